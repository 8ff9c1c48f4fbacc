import { useState } from 'react'
import type { Comparison } from '#kernel/time/compare.ts'
import { ask } from '../../../shared/ask.ts'
import { Wrong, wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { Consequences } from './Consequences.tsx'
import { DayFields } from './DayFields.tsx'
import { HoursFields } from './HoursFields.tsx'
import { SpecialDays } from './SpecialDays.tsx'
import { YearDrawing } from './YearDrawing.tsx'
import { type Calendar, type Year, yearOf } from './year.ts'

/** Changing a year: what it would change for days and limits is said first, and only then it can be kept. */
export function EditYear({ calendar, year, saved }: { calendar: Calendar; year: number; saved: () => void }) {
  const say = useSay()
  const before = yearOf(calendar, year)
  const [draft, setDraft] = useState<Year>(before)
  const [day, setDay] = useState<string>()
  const [changes, setChanges] = useState<Comparison>()
  const isNew = `${year}-12-31` > calendar.knownUntil
  const touched = isNew || JSON.stringify(draft) !== JSON.stringify(before)
  const send = (preview: boolean) =>
    ask<{ changes: Comparison }>(`/api/calendar/${year}${preview ? '?preview=true' : ''}`, { method: 'PUT', body: draft })
  const looking = useSending(
    () => send(true),
    (reply) => setChanges(reply.changes),
  )
  const keeping = useSending(() => send(false), saved)
  const change = (more: Partial<Year>) => {
    setDraft({ ...draft, ...more })
    setChanges(undefined)
    looking.forget()
  }
  const problem = looking.problem ?? keeping.problem
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (changes) keeping.press({})
        else looking.press({})
      }}
    >
      <YearDrawing year={year} days={draft.days} choose={setDay} chosen={day} />
      <div className="editing">
        <div className="sheet">
          <DayFields year={year} days={draft.days} change={(days) => change({ days })} chosen={day} />
        </div>
        <div className="sheet stack">
          <HoursFields hours={draft.hours} change={(hours) => change({ hours })} problem={problem} />
          <Wrong wrong={draft.hours.length === 0 ? wrongAt(problem, 'hours') : undefined} />
        </div>
      </div>
      <SpecialDays days={draft.days} problem={problem} />
      {changes && <Consequences changes={changes} />}
      <Trouble problem={problem} />
      <div className="line">
        <button type="submit" className="button main" disabled={!touched || looking.busy || keeping.busy}>
          {say(
            !touched
              ? w('没有改动', 'Nothing changed')
              : changes
                ? w('就这样保存', 'Keep it so')
                : w('看看会改变什么', 'See what it changes'),
          )}
        </button>
        {touched && !isNew && (
          <button type="button" className="button" onClick={() => change(before)}>
            {say(w('不改了', 'Leave it as it was'))}
          </button>
        )}
      </div>
    </form>
  )
}
