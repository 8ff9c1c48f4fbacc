import { useState } from 'react'
import type { Hanging } from '#kernel/place/admin/hanging.ts'
import { patch } from '../../../shared/ask.ts'
import { Line } from '../../../shared/form/Line.tsx'
import { wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { dayAfter, dayBefore, today } from '../person.ts'
import { type UnitCard, unitPath } from './unit.ts'

/** Ending a unit: what still hangs on it on that day is said, and keeps it. One that has ended can be taken back. */
export function EndUnit({ card, changed }: { card: UnitCard; changed: () => void }) {
  const say = useSay()
  const [opened, setOpened] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{say(card.ends === undefined ? w('停用', 'End it') : w('恢复使用', 'Take it back into use'))}</summary>
      {opened &&
        (card.ends === undefined ? <Ending card={card} changed={changed} /> : <Resuming card={card} changed={changed} />)}
    </details>
  )
}

function Ending({ card: { code, name }, changed }: { card: UnitCard; changed: () => void }) {
  const say = useSay()
  const [until, setUntil] = useState(today)
  const [sure, setSure] = useState(false)
  const isDay = /^20\d\d-\d\d-\d\d$/.test(until)
  const hanging = useLoaded<Hanging[]>(isDay ? unitPath(code, `/hanging?ends=${dayAfter(until)}`) : undefined)
  const { busy, problem, press } = useSending((last: string) => patch(unitPath(code), { until: last }), changed)
  const still = hanging.value
  return (
    <form
      className="stack sheet"
      onSubmit={(event) => {
        event.preventDefault()
        if (still?.length === 0 && sure) press(until)
        else setSure(true)
      }}
    >
      <Line
        label={w('最后一天', 'Last day')}
        value={until}
        change={(day) => {
          setUntil(day)
          setSure(false)
        }}
        type="date"
        min={today()}
        wrong={wrongAt(problem, 'until')}
      />
      <Trouble problem={hanging.problem} again={hanging.reload} />
      {isDay && !still && !hanging.problem && <Skeleton rows={1} />}
      {still && still.length > 0 && (
        <div className="note warm stack tight" id={`hanging-${code}`}>
          <p>
            {say(
              w('到那天这里还挂着，先移走或办完，再停用：', 'On that day there would still be here; move or finish them first:'),
            )}
          </p>
          <ul>
            {still.map(({ what, words }) => (
              <li key={what}>· {say(words)}</li>
            ))}
          </ul>
        </div>
      )}
      {still?.length === 0 && (
        <p className="soft">
          {say(
            w(
              `没有挂着的。停用后“${name}”不再出现在选择里，它的二维码也打不开；过去的记录不变，也可以恢复。`,
              `Nothing hangs on it. “${name}” will be in no list any more, and its code opens nothing; what was stays, and it can be taken back.`,
            ),
          )}
        </p>
      )}
      <div className="line">
        <button
          type="submit"
          className="button danger"
          disabled={busy}
          {...(still?.length !== 0 && { 'aria-disabled': true, 'aria-describedby': `hanging-${code}` })}
        >
          {say(sure && still?.length === 0 ? w('确定停用', 'Yes, end it') : w('停用', 'End it'))}
        </button>
        {sure && still?.length === 0 && (
          <button type="button" className="button" onClick={() => setSure(false)}>
            {say(w('先不停用', 'Not now'))}
          </button>
        )}
      </div>
    </form>
  )
}

function Resuming({ card: { code, ends }, changed }: { card: UnitCard; changed: () => void }) {
  const say = useSay()
  const { busy, problem, press } = useSending(() => patch(unitPath(code), { until: null }), changed)
  return (
    <div className="stack close sheet">
      {ends !== undefined && <p>{say(w(`现在用到 ${dayBefore(ends)}。`, `It is in use until ${dayBefore(ends)}.`))}</p>}
      <Trouble problem={problem} />
      <div>
        <button type="button" className="button" disabled={busy} onClick={() => press({})}>
          {say(w('继续使用', 'It goes on'))}
        </button>
      </div>
    </div>
  )
}
