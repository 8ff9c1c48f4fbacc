import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { isoDay } from '#web/shared/time.ts'
import type { ErrandItem } from '../contract/item.ts'

/** One that the community did before: on which day, and nobody's name. */
export function RecordForm({ item, unit, recorded }: { item: ErrandItem; unit: string; recorded: () => void }) {
  const say = useSay()
  const [on, setOn] = useState('')
  const { busy, problem, press } = useSending((input: object, key) => command('/api/errands/record', input, key), recorded)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (on !== '') void press({ item: item.code, unit, on })
      }}
    >
      <p className="soft">{say(w('只记事项和日期，不记居民是谁。', 'Only what and when is kept, and nobody’s name.'))}</p>
      <Line
        label={w('哪一天办好的', 'On which day it was done')}
        type="date"
        max={isoDay(Date.now())}
        value={on}
        change={setOn}
      />
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || on === ''}>
        {say(on === '' ? w('先选日期', 'Choose the day first') : w('补录', 'Record it'))}
      </button>
    </form>
  )
}
