import { useEffect, useState } from 'react'
import { type Problem, post } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { Lines } from '#web/shared/form/Line.tsx'
import { wrongFields } from '#web/shared/form/wrongFields.ts'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { type Photo, Photos } from '#web/shared/photo/Photos.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { AskedQuestion } from '../contract/answers.ts'

interface Typed {
  words: string
  photos: Photo[]
}

/** What the holder asked, opened by the link that was sent to the reporter: to be read and answered, and nothing else. */
export default function QuestionPage({ token }: { token: string }) {
  const say = useSay()
  const [asked, setAsked] = useState<AskedQuestion>()
  const [problem, setProblem] = useState<Problem>()
  // Kept on this phone until it is sent, also when the link is opened anew.
  const place = `form.question.${token}`
  const [typed, setTyped] = useState<Typed>(() => ({ words: '', photos: [], ...kept<Partial<Typed>>(place, {}) }))
  const { words, photos } = typed
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    keep(place, next)
  }
  const [done, setDone] = useState(false)
  useEffect(() => {
    let here = true
    post<AskedQuestion>('/api/questions', { token }).then((reply) => {
      if (!here) return
      if (reply.done) setAsked(reply.value)
      else setProblem(reply.problem)
    })
    return () => {
      here = false
    }
  }, [token])
  const sending = useSending(
    (input: object, key) => post('/api/questions/reply', { token, ...input }, { 'idempotency-key': key }),
    () => {
      keep(place, undefined)
      setDone(true)
    },
  )
  const ready = words.trim() !== ''
  return (
    <Frame title={w('有一个问题想问您', 'A question for you')}>
      {done ? (
        <div className="stack" role="status">
          <h1>{say(w('收到了，谢谢您', 'We have it. Thank you'))}</h1>
          <p>{say(w('承办人会马上看到您的回复。', 'Whoever handles it sees your reply at once.'))}</p>
        </div>
      ) : problem ? (
        <Trouble problem={problem} />
      ) : !asked ? (
        <Skeleton />
      ) : (
        <form
          className="to-thumb"
          onSubmit={(event) => {
            event.preventDefault()
            if (ready) sending.press({ words: words.trim(), ...(photos.length > 0 && { photos: photos.map(({ id }) => id) }) })
          }}
        >
          <h1>{say(w('关于您报的事，想问一下', 'A question about what you reported'))}</h1>
          <p className="soft">
            {asked.number} · {say(asked.category)}
          </p>
          <p className="note accent pre">{asked.asked}</p>
          <Lines
            label={w('您的回复', 'Your reply')}
            value={words}
            change={(next) => change({ words: next })}
            wrong={wrongFields(sending.problem).words}
            most={1000}
          />
          <Photos label={w('照片（可不拍）', 'Photos (optional)')} photos={photos} change={(next) => change({ photos: next })} />
          <Trouble problem={sending.problem} />
          <div className="thumb">
            <button type="submit" className="button main" disabled={!ready || sending.busy}>
              {say(
                sending.busy
                  ? w('正在送出…', 'Sending…')
                  : ready
                    ? w('回复', 'Reply')
                    : w('先写一句话', 'Write a sentence first'),
              )}
            </button>
          </div>
        </form>
      )}
    </Frame>
  )
}
