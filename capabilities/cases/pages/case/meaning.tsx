import { useState } from 'react'
import { Choice, type Option } from '#web/shared/form/Choice.tsx'
import type { Field, Meaning } from '#web/shared/form/SchemaFields.tsx'
import { asValues, type Values } from '#web/shared/form/schema.ts'
import { useSay, w } from '#web/shared/language.ts'
import { PlacePicker } from '#web/shared/places/PlacePicker.tsx'
import { type Concerned, concernedNames } from '../../contract/terms.ts'
import { CategoryPicker } from '../CategoryPicker.tsx'
import { Concerns } from '../Concerns.tsx'
import type { SeenCase } from '../view.ts'
import { fieldWords, levelWords, valueWords } from '../words.ts'
import { AssistingField, LeadField } from './Handlers.tsx'
import { MergePicker } from './MergePicker.tsx'
import { PostPicker } from './PostPicker.tsx'

/** What the fields of a command mean on this case: their names, and which units, posts and cases there are to choose from. */
export const meaningOf = (command: string, item: SeenCase): Meaning => ({
  label: (field) => fieldWords(command, field),
  value: valueWords,
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

/** Which fields a command shows for what was answered so far: a question that does not arise is not asked. */
export function fieldsFor(
  command: string,
  { outerId }: Pick<SeenCase, 'outerId'>,
  all: readonly string[],
  values: Values,
): string[] {
  const isFromOutside = outerId !== undefined
  const hidden = new Set<string>()
  const hide = (...names: string[]) => {
    for (const name of names) hidden.add(name)
  }
  if (command === 'rule') {
    const { decision } = values
    if (decision !== 'dispatch') hide('lead', 'assisting')
    if (decision !== 'decline') hide('decline', 'outside')
    if (decision !== 'ledger') hide('plan')
    if (decision !== 'ledger' && decision !== 'dispatch' && decision !== 'keep') hide('leader')
  }
  if (command === 'callBack' && values.answered !== true) hide('solved', 'level', 'words')
  if (!isFromOutside) hide('outside', 'outerDueAt')
  if ((command === 'solveOnSite' || command === 'resolve') && (values.outcome === 'solved' || values.outcome === undefined))
    hide('because')
  if ((command === 'solveOnSite' || command === 'resolve') && values.outcome !== 'notOurs') hide('rightBody')
  return all.filter((name) => !hidden.has(name))
}
