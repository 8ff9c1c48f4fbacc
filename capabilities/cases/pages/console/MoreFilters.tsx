import { useId } from 'react'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { handlingKinds } from '#web/shared/places/places.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { valueWords } from '../words.ts'
import { askedWords, filterWords, hadWords, shownDay } from './chosenWords.ts'
import type { Choosing } from './TableFilters.tsx'

const rare = ['urgency', 'asked', 'had', 'from', 'to', 'lead'] as const
const choices = {
  urgency: ['urgent', 'ordinary'].map((value) => ({ value, words: valueWords(value) })),
  asked: Object.entries(askedWords).map(([value, words]) => ({ value, words })),
  had: Object.entries(hadWords).map(([value, words]) => ({ value, words })),
}

/** Conditions that are asked for now and then: folded, with how many of them hold. */
export function MoreFilters({ chosen, set }: Choosing) {
  const say = useSay()
  const inUse = rare.filter((name) => chosen[name] !== undefined).length
  return (
    <details className="more-filters">
      <summary>
        {say(inUse > 0 ? w(`更多筛选（用了 ${inUse} 个）`, `More filters (${inUse} in use)`) : w('更多筛选', 'More filters'))}
      </summary>
      <div className="filters">
        {(['urgency', 'asked', 'had'] as const).map((name) => (
          <Select
            key={name}
            all
            label={filterWords[name]}
            value={chosen[name] ?? ''}
            options={choices[name]}
            choose={(value) => set(name, value)}
          />
        ))}
        <Day name="from" value={chosen.from ?? ''} change={(value) => set('from', value)} />
        <Day name="to" value={chosen.to ?? ''} change={(value) => set('to', value)} />
        <UnitPicker
          label={filterWords.lead}
          kinds={handlingKinds}
          value={chosen.lead}
          choose={(code) => set('lead', code ?? '')}
          optional
          folds
        />
      </div>
    </details>
  )
}

function Day({ name, value, change }: { name: 'from' | 'to'; value: string; change: (value: string) => void }) {
  const [say, id] = [useSay(), useId()]
  return (
    <div className="field">
      <label htmlFor={id}>{say(filterWords[name])}</label>
      <input
        id={id}
        type="date"
        className="input"
        value={shownDay(name, value)}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  )
}
