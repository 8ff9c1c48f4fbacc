import { useState } from 'react'
import { ask, post } from '#web/shared/ask.ts'
import { Lines } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { type ChosenPlace, type CodedPlace, placeOf } from '#web/shared/places/places.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { type ChatMessage, readChat } from './chat.ts'

/** Where a pasted message may be about: what it mentions, and the grid whose group it came from. */
interface Mentioned {
  rows: { code: string; label: string; communityName?: string }[]
}

/**
 * Fills in a report from what was pasted out of a grid's chat group: the matter, who wrote it, their telephone if they gave it, and the place
 * that it mentions; else the grid of the group. Nothing is filed until somebody has looked at it.
 */
export function FromChat({ take, choose }: { take: (message: ChatMessage) => void; choose: (place: ChosenPlace) => void }) {
  const say = useSay()
  const [pasted, setPasted] = useState('')
  const [grid, setGrid] = useState<string>()
  const [found, setFound] = useState<{ message: ChatMessage; mentioned: Mentioned['rows'] }>()
  const [problem, setProblem] = useState<Parameters<typeof Trouble>[0]['problem']>()
  const at = async (code: string) => {
    const reply = await fetchPlace(code)
    if (reply) choose(placeOf(reply))
  }
  const read = async () => {
    const message = readChat(pasted)
    setProblem(undefined)
    if (message.words === '') return setFound({ message, mentioned: [] })
    take(message)
    const community = grid === undefined ? undefined : (await fetchPlace(grid))?.where.community
    const reply = await post<Mentioned>('/api/places/mentioned', { words: message.words, ...(community && { community }) })
    if (!reply.done) return setProblem(reply.problem)
    const { rows } = reply.value
    setFound({ message, mentioned: rows })
    const [first] = rows
    if (first && rows.length === 1) await at(first.code)
    else if (!first && grid !== undefined) await at(grid)
  }
  return (
    <section className="card stack close">
      <UnitPicker
        folds
        optional
        label={w('哪个网格的群', 'The group of which grid')}
        kinds={['grid']}
        value={grid}
        choose={setGrid}
      />
      <Lines
        label={w('把群里的消息粘贴到这里', 'Paste the message from the group here')}
        value={pasted}
        change={setPasted}
        most={5000}
        optional
      />
      <button type="button" className="button" disabled={pasted.trim() === ''} onClick={() => void read()}>
        {say(w('填到下面', 'Fill it in below'))}
      </button>
      <Trouble problem={problem} />
      {found && (
        <div role="status" className="stack close">
          {found.message.words === '' && (
            <p className="note warm">
              {say(
                w(
                  '粘贴的内容里没有说什么事，请重新复制那条消息。',
                  'What was pasted says nothing of a matter: copy the message again.',
                ),
              )}
            </p>
          )}
          {found.message.pictures > 0 && (
            <p className="note">
              {say(
                w(
                  `消息里有 ${found.message.pictures} 张图片，复制文字带不过来：在群里复制图片，回到这里粘贴，或从相册选。`,
                  `The message has ${found.message.pictures} pictures that did not come along: copy each and paste it here, or choose it from the album.`,
                ),
              )}
            </p>
          )}
          {found.mentioned.length > 1 && (
            <fieldset className="field">
              <legend className="legend">{say(w('说的是哪里', 'Which place is meant'))}</legend>
              <div className="line">
                {found.mentioned.map(({ code, label, communityName }) => (
                  <button key={code} type="button" className="button" onClick={() => void at(code)}>
                    {label}
                    {communityName !== undefined && <span className="soft small"> {communityName}</span>}
                  </button>
                ))}
              </div>
            </fieldset>
          )}
        </div>
      )}
    </section>
  )

  async function fetchPlace(code: string): Promise<CodedPlace | undefined> {
    const reply = await ask<CodedPlace>(`/api/places/${encodeURIComponent(code)}`)
    if (reply.done) return reply.value
    setProblem(reply.problem)
    return undefined
  }
}
