import { useState } from 'react'
import { Choice, type Option } from '#web/shared/form/Choice.tsx'
import type { Field, Meaning } from '#web/shared/form/SchemaFields.tsx'
import { asValues } from '#web/shared/form/schema.ts'
import { useSay, w } from '#web/shared/language.ts'
import { PlacePicker } from '#web/shared/places/PlacePicker.tsx'
import { type Concerned, concernedNames } from '../../contract/terms.ts'
import { CategoryPicker } from '../CategoryPicker.tsx'
import { Concerns } from '../Concerns.tsx'
import type { SeenCase } from '../view.ts'
import { fieldWords, levelWords, valueWords } from '../words.ts'
import { aboutOf, rulingsOf } from './asks.ts'
import { AssistingField, LeadField } from './Handlers.tsx'
import { MergePicker } from './MergePicker.tsx'
import { PostPicker } from './PostPicker.tsx'

/** What the fields of a command mean on this case: their names, and which units, posts and cases there are to choose from. */
export const meaningOf = (command: string, item: SeenCase): Meaning => ({
  label: (field) => fieldWords(command, field),
  value: valueWords,
  about: (path) => aboutOf(command, item, path),
  special: (field) => special(command, item, field),
})

function special(command: string, item: SeenCase, { name, schema, value, change, optional }: Field) {
  const legend = fieldWords(command, name)
  const code = typeof value === 'string' && value !== '' ? value : undefined
  const among = (options: Option[]) => <Choice {...{ legend, options, optional }} value={code} choose={change} />
  if (name === 'category') return <CategoryPicker label={legend} value={code} choose={change} />
  if (name === 'concerns') return <Concerns value={concernedIn(value)} change={change} />
  if (name === 'level')
    return (
      <Choice
        {...{ legend, optional }}
        options={levelWords.map((words, index) => ({ value: String(index + 1), words }))}
        value={typeof value === 'number' ? String(value) : undefined}
        choose={(level) => change(Number(level))}
      />
    )
  if (name === 'whistle') return among(item.whistles.map(({ id, place }) => ({ value: id, words: w(place, place) })))
  if (name === 'lead') return <LeadField {...{ item, legend, optional, change }} value={code} />
  if (name === 'assisting') return <AssistingField {...{ item, legend, optional, change }} value={value} />
  if (name === 'decision' && command === 'rule')
    return among(rulingsOf(schema.enum ?? [], item).map((one) => ({ value: one, words: valueWords(one) })))
  if (name === 'parent') return <MergePicker item={item} value={code} choose={change} />
  if (name === 'unit' && command === 'relieve')
    return among(
      item.parts
        .filter(({ state }) => state !== 'relieved')
        .map(({ unit, name: unitName }) => ({ value: unit, words: w(unitName, unitName) })),
    )
  if (name === 'to' && command === 'handOver')
    return (
      <PostPicker
        legend={legend}
        item={item}
        value={asValues(value)}
        roles={schema.properties?.role?.enum ?? []}
        choose={change}
      />
    )
  if (name === 'place' && schema.type === 'object') return <GivenPlaceField value={value} change={change} />
  return undefined
}

const concernedIn = (value: unknown): Concerned[] =>
  (Object.keys(concernedNames) as Concerned[]).filter((one) => Array.isArray(value) && value.includes(one))

function GivenPlaceField({ value, change }: { value: unknown; change: (value: unknown) => void }) {
  const say = useSay()
  const [label, setLabel] = useState('')
  return (
    <details open={value !== undefined}>
      <summary>{say(w('更正地点', 'Correct the place'))}</summary>
      {value === undefined ? (
        <PlacePicker
          choose={(place) => {
            setLabel(place.label)
            change(place.given)
          }}
        />
      ) : (
        <div className="line">
          <span className="strong">{label}</span>
          <button type="button" className="button far" onClick={() => change(undefined)}>
            {say(w('换一处', 'Change'))}
          </button>
        </div>
      )}
    </details>
  )
}
