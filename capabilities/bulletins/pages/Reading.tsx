import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { At } from '#web/shared/parts.tsx'
import { kinds } from '../contract/kinds.ts'
import { placesSaid, type Readable, whenSaid } from './said.ts'

/** A bulletin as it reads: what, where, when, what to do, whom to call, and who signs it. */
export function Reading({ bulletin, level = 'h2' }: { bulletin: Readable; level?: 'h1' | 'h2' | 'h3' }) {
  const [say, now] = [useSay(), useNow()]
  const { kind, what, advice, call, signedBy, state, because, earlier = [] } = bulletin
  const Title = level
  return (
    <div className="stack close">
      {state === 'takenBack' && (
        <p className="note warm">{say(w(`‖ 已撤回，不再停用。原因：${because ?? ''}`, `‖ Taken back. Why: ${because ?? ''}`))}</p>
      )}
      {state === 'over' && <p className="note">{say(w('✓ 时间已过，已结束。', '✓ Its time has passed: it is over.'))}</p>}
      <Title>
        {say(kinds[kind])} · {placesSaid(bulletin, say)}
      </Title>
      <p className="strong">{say(whenSaid(bulletin, now))}</p>
      <p className="pre">{what}</p>
      {advice !== undefined && (
        <p className="pre">
          <span className="soft">{say(w('提醒：', 'Please note: '))}</span>
          {advice}
        </p>
      )}
      {call !== undefined && (
        <p>
          <span className="soft">{say(w('联系：', 'Call: '))}</span>
          <Called call={call} />
        </p>
      )}
      <p className="soft">—— {signedBy}</p>
      {earlier.length > 0 && (
        <details>
          <summary>
            {say(w(`更正过 ${earlier.length} 次，看原来的说法`, `Corrected ${earlier.length} times: what it said before`))}
          </summary>
          <ul className="stack close">
            {earlier.map((was) => (
              <li key={was.correctedAt} className="note">
                <p className="soft small">
                  <At at={was.correctedAt} /> {say(w('更正，之前是：', 'corrected; before:'))}
                </p>
                <p>
                  {placesSaid(was, say)} · {say(whenSaid(was, now))}
                </p>
                <p className="pre">{was.what}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Whom to call: a telephone number in it is one tap away, and is not broken in the middle. */
function Called({ call }: { call: string }) {
  const found = /\d[\d-]{5,}\d/.exec(call)
  if (!found) return call
  const [number] = found
  return (
    <>
      {call.slice(0, found.index)}
      <a className="whole-word" href={`tel:${number}`}>
        {number}
      </a>
      {call.slice(found.index + number.length)}
    </>
  )
}
