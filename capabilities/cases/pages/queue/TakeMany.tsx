import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Problem } from '#web/shared/ask.ts'
import { freshId } from '#web/shared/fresh.ts'
import { useSay, w } from '#web/shared/language.ts'
import type { CaseRow, FlowDescription } from '../view.ts'
import { takeIn, takingOf } from './taking.ts'

/** Which cases of a page are ticked; undefined while nobody ticks any. */
export type Ticked = ReadonlySet<string> | undefined

interface Many {
  /** The rows that one tap takes in. */
  rows: readonly CaseRow[]
  ticked: Ticked
  tick: (ticked: Ticked) => void
  flow: FlowDescription | undefined
  /** Told what was done, and nothing as soon as something is pressed. */
  taken: (told: string) => void
  reload: () => void
}

/** Whether the next would fare no better: nobody is signed in any more, or the server is away. */
const keepsAll = ({ status }: Problem) => status === 401 || status === 0

interface Refused {
  row: CaseRow
  problem: Problem
}

/** Takes in the ticked cases of a page, one after the other; all are ticked at first. Which could not be taken, and why, stays until the next time. */
export function TakeMany({ rows, ticked, tick, flow, taken, reload }: Many) {
  const say = useSay()
  const [running, setRunning] = useState<{ at: number; of: number }>()
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const stopped = useRef(false)
  const chosen = rows.filter(({ id }) => ticked?.has(id))
  const all = new Set(rows.map(({ id }) => id))

  const begin = async () => {
    stopped.current = false
    taken('')
    const failed: Refused[] = []
    let [count, held] = [0, 0]
    for (const row of chosen) {
      const taking = takingOf(row)
      if (stopped.current || !taking) break
      setRunning({ at: count + 1, of: chosen.length })
      const reply = await takeIn(row, taking, freshId(), flow)
      if (!reply.done) failed.push({ row, problem: reply.problem })
      else if ('held' in reply.value) held += 1
      count += 1
      if (!reply.done && keepsAll(reply.problem)) break
    }
    const well = count - failed.length - held
    setRunning(undefined)
    setRefused(failed)
    // What nobody has come to stays ticked.
    const left = chosen.slice(count)
    tick(left.length > 0 ? new Set(left.map(({ id }) => id)) : undefined)
    taken(
      [
        ...(well > 0 ? [say(w(`${well} 件已承接，在“办理中”里`, `${well} are yours: see “In hand”`))] : []),
        ...(held > 0 ? [say(w(`${held} 件存在本机，联网后送出`, `${held} are kept on this device, and sent once online`))] : []),
      ].join(say(w('；', '; '))),
    )
    reload()
  }

  return (
    <>
      {ticked === undefined && rows.length > 1 && (
        <p>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              setRefused([])
              tick(all)
            }}
          >
            {say(w('一次承接多件', 'Take several at once'))}
          </button>
        </p>
      )}
      {ticked !== undefined && running === undefined && (
        <div className="line">
          <button type="button" className="button main" disabled={chosen.length === 0} onClick={begin}>
            {say(w(`承接选中的 ${chosen.length} 件`, `Take the ${chosen.length} chosen`))}
          </button>
          <button type="button" className="button" onClick={() => tick(chosen.length === rows.length ? new Set() : all)}>
            {say(chosen.length === rows.length ? w('全不选', 'None') : w('全选', 'All'))}
          </button>
          <button type="button" className="button" onClick={() => tick(undefined)}>
            {say(w('先不接', 'Not now'))}
          </button>
        </div>
      )}
      {running !== undefined && (
        <div className="line" role="status">
          <span>{say(w(`正在承接，第 ${running.at} 件，共 ${running.of} 件`, `Taking ${running.at} of ${running.of}`))}</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              stopped.current = true
            }}
          >
            {say(w('停下', 'Stop'))}
          </button>
        </div>
      )}
      {refused.length > 0 && (
        <div className="note bad" role="alert">
          <p>{say(w(`${refused.length} 件没有接成：`, `${refused.length} could not be taken:`))}</p>
          <ul>
            {refused.map(({ row: { id, number }, problem: { because } }) => (
              <li key={id}>
                <Link href={`/case/${id}`}>{number}</Link> {say(because)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
