import type { ReactNode } from 'react'
import { freshId } from '../fresh.ts'
import { useSay, type Words, w } from '../language.ts'
import { type Photo, Photos } from '../photo/Photos.tsx'
import { handlingKinds } from '../places/places.ts'
import { UnitName, UnitPicker } from '../places/UnitPicker.tsx'
import { instantOf, localOf } from '../time.ts'
import { Choice, Optional } from './Choice.tsx'
import { Line, Lines } from './Line.tsx'
import { asValues, isRequired, lookOf, type Schema, type Values } from './schema.ts'

/** What a capability knows of its fields that no schema says: their names, and the pickers of its own. */
export interface Meaning {
  label: (field: string) => Words
  value: (value: string) => Words
  special: (field: Field) => ReactNode | undefined
}

export interface Field {
  name: string
  schema: Schema
  value: unknown
  change: (value: unknown) => void
  optional: boolean
}

/** The fields of a schema, in its order, each as what it is. */
export function SchemaFields({
  schema,
  fields,
  values,
  change,
  meaning,
}: {
  schema: Schema
  fields: readonly string[]
  values: Values
  change: (values: Values) => void
  meaning: Meaning
}) {
  return fields.map((name) => {
    const inner = schema.properties?.[name]
    if (!inner) return null
    const field = {
      name,
      schema: inner,
      value: values[name],
      change: (value: unknown) => change({ ...values, [name]: value }),
      optional: !isRequired(schema, name),
    }
    return <div key={name}>{meaning.special(field) ?? <Plain {...field} meaning={meaning} />}</div>
  })
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function Plain({ name, schema, value, change, optional, meaning }: Field & { meaning: Meaning }) {
  const label = meaning.label(name)
  const typed = { label, value: text(value), change, optional, ...(schema.maxLength !== undefined && { most: schema.maxLength }) }
  switch (lookOf(schema)) {
    case 'choice':
      return (
        <Choice
          legend={label}
          options={(schema.enum ?? []).map((one) => ({ value: one, words: meaning.value(one) }))}
          value={text(value) || undefined}
          choose={change}
          optional={optional}
        />
      )
    case 'yesNo':
      return (
        <Choice
          legend={label}
          options={yesNo}
          value={typeof value === 'boolean' ? String(value) : undefined}
          choose={(chosen) => change(chosen === 'true')}
          optional={optional}
        />
      )
    case 'number':
      return (
        <Line
          {...typed}
          {...{ type: 'number', inputMode: 'numeric' as const, value: typeof value === 'number' ? String(value) : '' }}
          {...(schema.minimum !== undefined && { min: schema.minimum })}
          {...(schema.maximum !== undefined && { max: schema.maximum })}
          change={(typedNumber) => change(typedNumber === '' ? undefined : Number(typedNumber))}
        />
      )
    case 'day':
      return <Line {...typed} type="date" />
    case 'instant':
      return <Moment {...typed} />
    case 'photos':
      return <PhotoField label={label} ids={list(value)} change={change} />
    case 'code':
      return (
        <UnitPicker label={label} kinds={handlingKinds} value={text(value) || undefined} choose={change} optional={optional} />
      )
    case 'codes':
      return <UnitsField label={label} codes={list(value).map(text)} change={change} optional={optional} />
    case 'list':
      return <ListField {...{ label, schema, meaning, optional, change }} rows={list(value)} />
    case 'object':
      return (
        <Group label={label}>
          <SchemaFields
            schema={schema}
            fields={Object.keys(schema.properties ?? {})}
            values={asValues(value)}
            change={change}
            meaning={meaning}
          />
        </Group>
      )
    case 'line':
    case 'id':
      return <Line {...typed} />
    case 'lines':
      return <Lines {...typed} />
  }
}

function Group({ label, children }: { label: Words; children: ReactNode }) {
  const say = useSay()
  return (
    <fieldset className="group">
      <legend className="legend">{say(label)}</legend>
      {children}
    </fieldset>
  )
}

const yesNo = [
  { value: 'true', words: w('是', 'Yes') },
  { value: 'false', words: w('否', 'No') },
]

/** A day and hour in Shanghai's time; what is sent is the instant. */
function Moment({
  change,
  value,
  ...typed
}: {
  label: Words
  value: string
  change: (value: unknown) => void
  optional: boolean
}) {
  const local = value === '' ? '' : localOf(value)
  return (
    <Line
      {...typed}
      type="datetime-local"
      value={local}
      change={(chosen) => change(chosen === '' ? undefined : instantOf(chosen))}
    />
  )
}

// The small pictures live as long as the page: the value that is sent has ids only.
const pictures = new Map<string, Photo>()
function PhotoField({ label, ids, change }: { label: Words; ids: unknown[]; change: (value: unknown) => void }) {
  const photos = ids.map(text).map((id) => pictures.get(id) ?? { id })
  const keepThem = (all: Photo[]) => {
    for (const photo of all) pictures.set(photo.id, photo)
    change(all.map(({ id }) => id))
  }
  return <Photos label={label} photos={photos} change={keepThem} />
}

function UnitsField({
  label,
  codes,
  change,
  optional,
}: {
  label: Words
  codes: string[]
  change: (value: unknown) => void
  optional: boolean
}) {
  const say = useSay()
  return (
    <div className="stack close">
      <UnitPicker
        label={label}
        kinds={handlingKinds}
        value={undefined}
        optional={optional}
        choose={(code) => code && !codes.includes(code) && change([...codes, code])}
      />
      {codes.map((code) => (
        <div key={code} className="line">
          <UnitName code={code} />
          <button type="button" className="button far" onClick={() => change(codes.filter((one) => one !== code))}>
            {say(w('去掉', 'Remove'))}
          </button>
        </div>
      ))}
    </div>
  )
}

interface Rows {
  label: Words
  schema: Schema
  rows: unknown[]
  change: (value: unknown) => void
  optional: boolean
  meaning: Meaning
}

/** A list of small forms: assisting units with their tasks, the parts of a split. */
function ListField({ label, schema, rows, change, optional, meaning }: Rows) {
  const say = useSay()
  const each = schema.items ?? {}
  // An id of something that is to be made is made here, not typed.
  const fields = Object.keys(each.properties ?? {}).filter((name) => name !== 'id')
  const begun = each.properties?.id ? () => ({ id: freshId() }) : () => ({})
  return (
    <fieldset className="stack close">
      <legend className="legend">
        {say(label)} {optional && <Optional />}
      </legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and have nothing else to be known by
        <div key={index} className="group">
          <SchemaFields
            schema={each}
            fields={fields}
            values={asValues(row)}
            change={(changed) => change(rows.map((one, at) => (at === index ? changed : one)))}
            meaning={meaning}
          />
          <button type="button" className="button" onClick={() => change(rows.filter((_, at) => at !== index))}>
            {say(w('去掉这一项', 'Remove this one'))}
          </button>
        </div>
      ))}
      {rows.length < (schema.maxItems ?? 8) && (
        <button type="button" className="button" onClick={() => change([...rows, begun()])}>
          {say(w('＋ 加一项', '＋ Add one'))}
        </button>
      )}
    </fieldset>
  )
}
