import type { ReactNode } from 'react'
import { freshId } from '../fresh.ts'
import { useSay, type Words, w } from '../language.ts'
import { handlingKinds } from '../places/places.ts'
import { UnitPicker } from '../places/UnitPicker.tsx'
import { Both } from './Both.tsx'
import { Choice, Optional, Tick, Ticks } from './Choice.tsx'
import { Flaws, wordsOf } from './Flaws.tsx'
import { LengthField } from './Length.tsx'
import { LengthTable } from './LengthTable.tsx'
import { Line, Lines } from './Line.tsx'
import { Moment } from './Moment.tsx'
import { PhotoField } from './PhotoField.tsx'
import { asValues, type Flaw, flawsAt, isRequired, type Look, lookOf, type Schema, type Values } from './schema.ts'
import { UnitsField } from './UnitsField.tsx'
import { becoming, tagOf, tagsOf, variantOf } from './variants.ts'

/** What a capability knows of its fields that no schema says: their names, and the pickers of its own. */
export interface Meaning {
  label: (field: string) => Words
  value: (value: string) => Words
  /** What there is to say about a field, by its path. */
  about?: (path: string) => Words | undefined
  special: (field: Field) => ReactNode | undefined
  /** What is filled in goes at once and waits for no network: nor do its photos. */
  atOnce?: boolean
}

export interface Field {
  name: string
  /** Where it is in the whole, with points: `assisting.0.unit`. */
  path: string
  schema: Schema
  value: unknown
  change: (value: unknown) => void
  optional: boolean
  /** What is filled in beside it. */
  beside: Values
}

/** The fields of a schema, in its order, each as what it is, with what is wrong beside it. */
export function SchemaFields({
  schema,
  fields,
  values,
  change,
  meaning,
  path: above = '',
  flaws = [],
}: {
  schema: Schema
  fields: readonly string[]
  values: Values
  change: (values: Values) => void
  meaning: Meaning
  path?: string
  flaws?: readonly Flaw[]
}) {
  return fields.map((name) => {
    const inner = schema.properties?.[name]
    if (!inner) return null
    const path = above === '' ? name : `${above}.${name}`
    const about = meaning.about?.(path)
    const field = {
      ...{ name, path, beside: values },
      schema: inner,
      value: values[name],
      change: (value: unknown) => change({ ...values, [name]: value }),
      optional: !isRequired(schema, name),
    }
    const { own, inner: inside } = flawsAt(flaws, path)
    const special = meaning.special(field)
    const look = special === undefined ? lookOf(inner) : undefined
    const wrong = look !== undefined && nesting.has(look) ? own : [...own, ...inside]
    const says = look !== undefined && lines.has(look)
    return (
      <div key={name} data-wrong={wrong.length > 0 || undefined}>
        {special ?? <Plain {...field} {...{ meaning, flaws }} wrong={says ? wordsOf(wrong) : undefined} />}
        {about && <About words={about} />}
        {!says && <Flaws flaws={wrong} />}
      </div>
    )
  })
}

/** What shows the flaws of what lies in it itself. */
const nesting: ReadonlySet<Look> = new Set(['object', 'list', 'table', 'variants'])
/** What says itself what is wrong with it, so that it is read out with the field. */
const lines: ReadonlySet<Look> = new Set(['line', 'lines', 'number', 'day', 'instant', 'id'])

function About({ words }: { words: Words }) {
  const say = useSay()
  return <p className="soft small about">{say(words)}</p>
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

type Shown = Field & { meaning: Meaning; flaws: readonly Flaw[]; wrong?: Words | undefined }

function Plain(field: Shown) {
  const { name, path, schema, value, change, optional, meaning, flaws, wrong } = field
  const label = meaning.label(name)
  const typed = {
    ...{ label, value: text(value), change, optional, wrong },
    ...(schema.maxLength !== undefined && { most: schema.maxLength }),
  }
  switch (lookOf(schema)) {
    case 'choice':
      return (
        <Choice
          legend={label}
          options={(schema.enum ?? []).map((one) => ({ value: one, words: meaning.value(one) }))}
          value={text(value) || undefined}
          choose={change}
          optional={optional}
          {...(optional && { clear: () => change(undefined) })}
        />
      )
    case 'sure':
      return <Tick words={label} value={value === true} choose={(chosen) => change(chosen || undefined)} />
    case 'ticks':
      return (
        <Ticks
          legend={label}
          options={(schema.items?.enum ?? []).map((one) => ({ value: one, words: meaning.value(one) }))}
          chosen={list(value).map(text)}
          choose={change}
        />
      )
    case 'both':
      return <Both {...{ label, value, change, optional }} />
    case 'length':
      return <LengthField label={label} unitWords={meaning.value} {...{ schema, value, change }} />
    case 'table':
      return <LengthTable {...{ label, schema, value, change, path, flaws }} nameOf={meaning.label} unitWords={meaning.value} />
    case 'variants':
      return <VariantField {...field} />
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
      return <PhotoField {...{ label, change, atOnce: meaning.atOnce, most: schema.maxItems }} ids={list(value).map(text)} />
    case 'code':
      return (
        <UnitPicker label={label} kinds={handlingKinds} value={text(value) || undefined} choose={change} optional={optional} />
      )
    case 'codes':
      return <UnitsField label={label} codes={list(value).map(text)} change={change} optional={optional} />
    case 'list':
      return <ListField {...field} />
    case 'object':
      return <ObjectField {...field} />
    case 'line':
    case 'id':
      return <Line {...typed} />
    case 'lines':
      return <Lines {...typed} />
  }
}

/** Fields that belong together. What may be left out as a whole is opened by a tick. */
function ObjectField({ name, path, schema, value, change, optional, meaning, flaws }: Shown) {
  const label = meaning.label(name)
  const wanted = !optional || value !== undefined
  const inner = wanted && (
    <SchemaFields
      {...{ schema, change, meaning, path, flaws }}
      fields={Object.keys(schema.properties ?? {})}
      values={asValues(value)}
    />
  )
  const lengths = Object.values(schema.properties ?? {}).every((one) => lookOf(one) === 'length')
  if (!optional) return <Group label={label}>{lengths ? <div className="abreast">{inner}</div> : inner}</Group>
  return (
    <div className="stack close">
      <Tick words={label} value={wanted} choose={(chosen) => change(chosen ? {} : undefined)} />
      {wanted && <div className="group">{inner}</div>}
    </div>
  )
}

/** One of several shapes, told apart by one of its fields: that is chosen first, and the rest follows. */
function VariantField({ name, path, schema, value, change, optional, meaning, flaws }: Shown) {
  const say = useSay()
  const tag = tagOf(schema)
  if (tag === undefined) return null
  const variant = variantOf(schema, tag, value)
  const chosen = asValues(value)[tag]
  return (
    <div className="stack close">
      <Choice
        legend={meaning.label(name)}
        options={tagsOf(schema, tag).map((one) => ({ value: one, words: meaning.value(one) }))}
        value={typeof chosen === 'string' ? chosen : undefined}
        choose={(next) => change(becoming(schema, tag, value, next))}
        optional={optional}
      />
      {variant && (
        <SchemaFields
          schema={variant}
          fields={Object.keys(variant.properties ?? {}).filter((one) => one !== tag)}
          values={asValues(value)}
          {...{ change, meaning, path, flaws }}
        />
      )}
      {optional && value !== undefined && (
        <button type="button" className="button plain" onClick={() => change(undefined)}>
          {say(w('不填这一项', 'Leave it out'))}
        </button>
      )}
    </div>
  )
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

/** A list of small forms: assisting units with their tasks, the parts of a split. Short ones stand in a line each. */
function ListField({ name, path, schema, value, change, optional, meaning, flaws }: Shown) {
  const say = useSay()
  const rows = list(value)
  const each = schema.items ?? {}
  // An id of something that is to be made is made here, not typed.
  const fields = Object.keys(each.properties ?? {}).filter((one) => one !== 'id')
  const begun = each.properties?.id ? () => ({ id: freshId() }) : () => ({})
  const inLine = fields.length > 0 && fields.every((one) => short.has(lookOf(each.properties?.[one] ?? {})))
  const put = (index: number, changed: unknown) => change(rows.map((one, at) => (at === index ? changed : one)))
  return (
    <fieldset className="stack close">
      <legend className="legend">
        {say(meaning.label(name))} {optional && <Optional />}
      </legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and have nothing else to be known by
        <div key={index} className={inLine ? 'in-line' : 'group'}>
          {lookOf(each) === 'variants' ? (
            <VariantField
              {...{ name, meaning, flaws, beside: {}, optional: false }}
              {...{ path: `${path}.${index}`, schema: each, value: row }}
              change={(changed) => put(index, changed)}
            />
          ) : (
            <SchemaFields
              {...{ fields, meaning, flaws, schema: each, values: asValues(row), path: `${path}.${index}` }}
              change={(changed) => put(index, changed)}
            />
          )}
          <button type="button" className="button" onClick={() => change(rows.filter((_, at) => at !== index))}>
            {say(inLine ? w('去掉', 'Remove') : w('去掉这一项', 'Remove this one'))}
          </button>
        </div>
      ))}
      {rows.length < (schema.maxItems ?? 60) && (
        <button type="button" className="button" onClick={() => change([...rows, begun()])}>
          {say(w('＋ 加一项', '＋ Add one'))}
        </button>
      )}
    </fieldset>
  )
}

const short: ReadonlySet<Look> = new Set(['line', 'number'])
