import { useState } from 'react'
import type { Calendar } from '#kernel/time/calendar.ts'
import { ask } from '../../../shared/ask.ts'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { useNow } from '../../../shared/now.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { dayWords } from '../calendar/YearDrawing.tsx'
import { dayAfter } from '../person.ts'
import { AddDuty } from './AddDuty.tsx'
import { gapsOn, stretchWords } from './gaps.ts'
import { clockAt, dayAt, daysOf, dutiesPath, mondayOf, type Slot, stretchOf, weekLater } from './week.ts'

interface Week {
  street: string
  monday: string
  slots: readonly Slot[]
  keeps: boolean
  saved: () => void
}

const keyOf = ({ account, from }: Slot) => `${from} ${account}`
const inOrder = (slots: readonly Slot[]) => slots.toSorted((one, other) => one.from.localeCompare(other.from))

/** The seven days of a week with who is on duty, to be read or changed; it is kept as a whole. */
export function RosterWeek({ street, monday, slots, keeps, saved }: Week) {
  const say = useSay()
  const now = useNow()
  const days = daysOf(monday)
  // Who was on duty stays as it was.
  const isOver = ({ to }: Slot) => Date.parse(to) <= now
  const toCome = (some: readonly Slot[]) => some.filter((slot) => !isOver(slot))
  // What began before the week belongs to the week before, and is changed there.
  const own = inOrder(slots.filter(({ from }) => dayAt(from) >= monday))
  const before = slots.filter(({ from }) => dayAt(from) < monday)
  const [draft, setDraft] = useState<readonly Slot[]>(own)
  const [kept, setKept] = useState(false)
  // What was kept is shown as the server has it: a running turn that changes hands is two.
  const [shown, setShown] = useState(slots)
  if (shown !== slots) {
    setShown(slots)
    if (kept) setDraft(own)
  }
  const { value: calendar, problem: unread } = useLoaded<Calendar>('/api/calendar')
  const touched = JSON.stringify(draft) !== JSON.stringify(own)
  const change = (next: readonly Slot[]) => {
    setKept(false)
    setDraft(inOrder([...new Map(next.map((slot) => [keyOf(slot), slot])).values()]))
  }
  const copying = useSending(
    () => ask<Slot[]>(dutiesPath(street, mondayOf(monday, -1))),
    (last) => change([...draft, ...toCome(weekLater(last.filter(({ from }) => dayAt(from) >= mondayOf(monday, -1))))]),
  )
  const keeping = useSending(
    () =>
      ask('/api/duties', {
        method: 'PUT',
        body: { unit: street, ...stretchOf(monday), slots: draft.map(({ account, from, to }) => ({ account, from, to })) },
      }),
    () => {
      setKept(true)
      saved()
    },
  )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.press({})
      }}
    >
      <Trouble problem={unread} />
      <ul className="week">
        {days.map((day) => {
          const turns = draft.filter(({ from }) => dayAt(from) === day)
          return (
            <li key={day} className="stack close">
              <h3>{say(dayWords(day))}</h3>
              {day === monday &&
                before.map((slot) => (
                  <p key={keyOf(slot)} className="soft small">
                    {slot.name} {say(w(`（上周起，到 ${clockAt(slot.to)}）`, `(since last week, until ${clockAt(slot.to)})`))}
                  </p>
                ))}
              {turns.map((slot) => (
                <div key={keyOf(slot)} className="turn">
                  <p>
                    <span className="strong name">{slot.name}</span> {say(turnWords(slot))}
                  </p>
                  {keeps && !isOver(slot) && (
                    <button
                      type="button"
                      className="button plain"
                      aria-label={say(w(`去掉 ${slot.name} ${dayWords(day).zh}`, `Remove ${slot.name}, ${dayWords(day).en}`))}
                      onClick={() => change(draft.filter((one) => keyOf(one) !== keyOf(slot)))}
                    >
                      {say(w('去掉', 'Remove'))}
                    </button>
                  )}
                </div>
              ))}
              {calendar && <Gaps {...{ day, calendar }} slots={[...before, ...draft]} />}
            </li>
          )
        })}
      </ul>
      {keeps && (
        <>
          <AddDuty days={days} add={(more) => change([...draft, ...toCome(more)])} />
          <Trouble problem={copying.problem ?? keeping.problem} />
          {kept && !touched && (
            <p className="note good" role="status">
              {say(w('这一周的值班表已保存。', 'The roster of this week is kept.'))}
            </p>
          )}
          <div className="line">
            <button type="submit" className="button main" disabled={!touched || keeping.busy}>
              {say(touched ? w('保存这一周', 'Keep this week') : w('没有改动', 'Nothing changed'))}
            </button>
            <button type="button" className="button" disabled={copying.busy} onClick={() => copying.press({})}>
              {say(w('照上一周排', 'As the week before'))}
            </button>
          </div>
        </>
      )}
    </form>
  )
}

/** When nobody is on duty on a day, of the time outside office hours. */
function Gaps({ day, calendar, slots }: { day: string; calendar: Calendar; slots: readonly Slot[] }) {
  const say = useSay()
  const left = (some: readonly Slot[]) =>
    gapsOn(day, calendar, some)
      .map(stretchWords)
      .join(say(w('、', ', ')))
  const gaps = left(slots)
  if (gaps === '') return null
  const isFree = !slots.some(({ from, to }) => dayAt(from) <= day && day <= dayAt(to))
  const words = isFree ? w('○ 没有排', '○ nobody') : w(`○ ${gaps} 没有人`, `○ nobody ${gaps}`)
  return <p className="soft none">{say(words)}</p>
}

/** `17:30 – 次日 08:30`. */
function turnWords({ from, to }: Slot): Words {
  const [first, last] = [dayAt(from), dayAt(to)]
  const [begins, ends] = [clockAt(from), clockAt(to)]
  if (first === last) return w(`${begins} – ${ends}`, `${begins} – ${ends}`)
  const on = last === dayAfter(first) ? w('次日', 'the next day') : dayWords(last)
  return w(`${begins} – ${on.zh} ${ends}`, `${begins} – ${on.en}, ${ends}`)
}
