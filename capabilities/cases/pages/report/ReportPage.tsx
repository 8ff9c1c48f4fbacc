import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { command, type Reply } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { freshId } from '#web/shared/fresh.ts'
import { w } from '#web/shared/language.ts'
import { hold, isAway, mustWait } from '#web/shared/offline/hold.ts'
import { useSending } from '#web/shared/sending.ts'
import { isStaff, useSession } from '#web/shared/session.tsx'
import type { CommandReply } from '../view.ts'
import { onArrivedReport } from './arrived.ts'
import type { Before } from './before.ts'
import { CheckStep } from './CheckStep.tsx'
import { rememberSent, reportOf, type Sent, sentOf, useDraft } from './draft.ts'
import { SentPage } from './SentPage.tsx'
import { useScanned } from './scanned.ts'
import { WhereStep } from './WhereStep.tsx'
import { WordsStep } from './WordsStep.tsx'

type Step = 'words' | 'where' | 'check'

/** Reporting, one question at a time: what is wrong, where, and a last look before it is sent. */
export default function ReportPage({ code, before }: { code?: string; before: Before }) {
  const { draft, change, drop, clear } = useDraft()
  const { value: session } = useSession()
  const [search] = useSearchParams()
  const kind = search.get('kind') ?? undefined
  const [step, setStep] = useState<Step>('words')
  const [sent, setSent] = useState<Sent | 'held'>()
  const [as, setAs] = useState<string>('phone')
  const staff = isStaff(session)
  const scanned = useScanned(code, (place) => change({ place }))
  // Each step is a place in the browser's history, so that "back" goes to the question before.
  const go = (next: Step) => {
    history.pushState({ step: next }, '')
    setStep(next)
    scrollTo(0, 0)
  }
  useEffect(() => {
    const back = (event: PopStateEvent) => setStep(event.state?.step ?? 'words')
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])

  // What waited has arrived while its writer still looks at it.
  useEffect(
    () =>
      onArrivedReport((one) => {
        setSent((now) => (now === 'held' ? one : now))
      }),
    [],
  )

  const title = kind === 'suggestion' ? w('投诉与建议', 'Complaints and suggestions') : w('报单', 'Report')
  const { busy, problem, press } = useSending(
    async (input: Record<string, unknown>, key): Promise<Reply<CommandReply | { held: true }>> => {
      const id = freshId()
      const pressed = { path: '/api/cases', item: id, input: { ...input, id }, title, about: draft.place?.label ?? '' }
      if (mustWait(input) && (await hold(pressed))) return { done: true, value: { held: true } }
      const reply = await command<CommandReply>('/api/cases', input, key)
      // Under the same key: should the server have had it after all, it answers as it did then.
      if (!reply.done && isAway(reply.problem) && (await hold({ ...pressed, key, input })))
        return { done: true, value: { held: true } }
      return reply
    },
    (reply) => {
      const one = 'held' in reply ? undefined : sentOf(reply)
      if (one && !staff) rememberSent(one)
      setSent(one ?? 'held')
      clear()
      scrollTo(0, 0)
    },
  )

  return (
    <Frame title={title}>
      {sent ? (
        <SentPage
          sent={sent}
          again={() => {
            setSent(undefined)
            setStep('words')
          }}
        />
      ) : step === 'words' ? (
        <WordsStep {...{ draft, change, scanned, kind, before }} next={() => go(draft.place ? 'check' : 'where')} />
      ) : step === 'where' || !draft.place ? (
        <WhereStep
          choose={(place) => {
            change({ place })
            go('check')
          }}
        />
      ) : (
        <CheckStep
          {...{ draft, change, drop, busy, problem, staff, as, setAs, before }}
          edit={go}
          send={(category) =>
            press(reportOf({ ...draft, ...(category !== undefined && { category }) }, { kind, as: staff ? as : undefined }))
          }
        />
      )}
    </Frame>
  )
}
