import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { formWords } from '../../forms.ts'
import { type Words, words } from '../../words.ts'
import type { Fields, SheetColumn } from './column.ts'
import { measureForm, recordForm } from './records.ts'

/** What of a JSON schema this looks at. */
interface Shape {
  type?: unknown
  enum?: unknown
  const?: unknown
  anyOf?: unknown
  format?: unknown
  items?: unknown
  pattern?: unknown
  maxLength?: unknown
  minimum?: unknown
  exclusiveMinimum?: unknown
  maximum?: unknown
  properties?: unknown
  required?: unknown
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands in every register's sheet before the fields of the entry. */
const version: SheetColumn = {
  ...{ field: 'version', path: [], kind: 'number', required: false, choices: [], called: {}, parts: [] },
  name: words('版本', 'Version'),
  about: words(
    '表格下载时这一项改到第几版，请勿改动；新增的行留空。别人在此期间改过的，上传时会提示',
    'how often the entry had changed when the sheet was made: leave it as it is, and empty for a new entry. What somebody else changed meanwhile is told',
  ),
  allowed: words('整数，新增时留空', 'a whole number; empty for a new entry'),
  fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9,
}
const ends: SheetColumn = {
  ...{ field: 'ends', path: [], kind: 'day', required: false, choices: [], called: {}, parts: [] },
  name: words('停用日期', 'Ends on'),
  about: words('从这一天起不再有效；一直有效的留空', 'the first day on which it no longer holds; empty if it goes on'),
  allowed: words('日期，如 2026-12-31', 'a day, as 2026-12-31'),
  fits: (value) => typeof value === 'string',
}

/**
 * The columns of a register's sheet: version, end, and one for each plain field, measure, list of words, or list of things whose fields
 * have names; what else is a list or a choice of shapes is JSON.
 */
export function sheetColumns(schema: TSchema, fields: Fields): SheetColumn[] {
  const below = (shape: Record<string, unknown>, path: readonly string[], required: boolean): SheetColumn[] => {
    const { type, properties, required: needed }: Shape = shape
    if (required && type === 'object' && isObject(properties)) {
      const wanted = Array.isArray(needed) ? needed : []
      return Object.entries(properties).flatMap(([name, one]) =>
        isObject(one) ? below(one, [...path, name], wanted.includes(name)) : [],
      )
    }
    const about = aboutOf(fields, path)
    return [{ ...columnOf(fields, shape, path, required), name: nameOf(fields, path), ...(about && { about }) }]
  }
  const columns = [version, ends, ...below(Object(schema), [], true)]
  for (const language of ['zh', 'en'] as const) {
    const twins = columns.filter(({ name }, index) => columns.findIndex((one) => one.name[language] === name[language]) !== index)
    if (twins.length > 0) throw new Error(`two fields are called ${twins[0]?.name[language]}: a sheet cannot tell them apart`)
  }
  return columns
}

/** A column but for what it is called. */
function columnOf(fields: Fields, shape: Shape, path: readonly string[], required: boolean): Omit<SheetColumn, 'name' | 'about'> {
  const contract = Compile(Object(shape))
  const told = kindOf(shape)
  const units = told === 'json' ? unitsOf(fields, shape, path) : undefined
  const parts = told === 'json' ? (units ?? partsOf(fields, shape, path)) : undefined
  const kind = units ? 'measure' : parts === undefined ? told : shape.type === 'array' ? 'records' : 'record'
  const choices = choicesOf(kind === 'list' || kind === 'numbers' ? Object(shape.items) : shape)
  const called = (fields[path.join('.')] ?? fields[path.at(-1) ?? ''])?.values ?? {}
  const allowed = units
    ? measureForm(units)
    : parts
      ? recordForm(parts, kind === 'records')
      : allowedBy(kind, choices, called, shape)
  return {
    ...{ field: path.join('.'), path, kind, required, choices, called, parts: parts ?? [], allowed },
    fits: (value) => contract.Check(value),
  }
}

/** The units that a number may be of, each with its number, where a field is a choice of such and all have a name. */
function unitsOf(fields: Fields, { anyOf }: Shape, path: readonly string[]): SheetColumn[] | undefined {
  const units = (Array.isArray(anyOf) ? anyOf : []).map((one): SheetColumn | undefined => {
    const [[field, number] = [], ...more] = Object.entries(Object(one?.properties))
    const name = (fields[[...path, field].join('.')] ?? fields[field ?? ''])?.name
    if (field === undefined || !name || more.length > 0 || kindOf(Object(number)) !== 'number') return undefined
    return { ...columnOf(fields, Object(number), [field], true), name }
  })
  const found = units.filter((one) => one !== undefined)
  return found.length > 0 && found.length === units.length ? found : undefined
}

/** A choice of things as one: it may have the fields of each, and must have those that all have. */
function asOne(shape: Shape): Shape {
  const { anyOf } = shape
  if (!Array.isArray(anyOf) || !anyOf.every((one) => isObject(one) && isObject(one.properties))) return shape
  const things: Shape[] = anyOf
  const names = new Set(things.flatMap(({ properties }) => Object.keys(Object(properties))))
  const properties = [...names].map((name) => {
    const same = things.flatMap((one) => Object(one.properties)[name] ?? [])
    const choices = same.map((one) => choicesOf(Object(one)))
    const isChoice = same.length > 1 && choices.every((some) => some.length > 0)
    return [name, isChoice ? { enum: [...new Set(choices.flat())] } : same.length > 1 ? { anyOf: same } : same[0]] as const
  })
  const inAll = (name: string) => things.every(({ required }) => Array.isArray(required) && required.includes(name))
  return { type: 'object', properties: Object.fromEntries(properties), required: [...names].filter(inAll) }
}

/** The fields of a thing, or of each of several, where each is plain and has a name; nothing where one is not. */
function partsOf(fields: Fields, { type, items, ...shape }: Shape, path: readonly string[]): SheetColumn[] | undefined {
  const outer = asOne(type === 'array' && isObject(items) ? items : { type, ...shape })
  const parts = (one: Shape, inner: readonly string[], needed: boolean): (SheetColumn | undefined)[] => {
    if (one.type !== 'object' || !isObject(one.properties)) return [undefined]
    const wanted = needed && Array.isArray(one.required) ? one.required : []
    return Object.entries(one.properties).flatMap(([name, below]): (SheetColumn | undefined)[] => {
      if (!isObject(below)) return [undefined]
      const here = [...inner, name]
      const required = wanted.includes(name)
      if (below.type === 'object') return parts(below, here, required)
      const called = fields[[...path, ...here].join('.')] ?? fields[name]
      const spans = spansOf(below)
      const column = columnOf(fields, below, [...path, ...here], required)
      if (!called || called.name.zh === '' || (column.kind === 'json' && !spans) || (column.parts.length > 0 && !spans))
        return [undefined]
      const own = { ...column, field: here.join('.'), path: here, name: called.name }
      return [spans ? { ...own, kind: 'spans' as const, parts: spans, allowed: spansForm } : own]
    })
  }
  const found = parts(outer, [], true)
  const all = found.filter((one) => one !== undefined)
  return all.length > 0 && all.length === found.length ? all : undefined
}

const spansForm = words('如 08:30–11:30、14:00–17:30，空着就是没有', 'as 08:30–11:30、14:00–17:30; none is left empty')

/** The two ends of stretches, where a list is of such. */
function spansOf({ type, items }: Shape): SheetColumn[] | undefined {
  if (type !== 'array' || !isObject(items) || !isObject(items.properties)) return undefined
  const ends = Object.entries(items.properties)
  const isSpan =
    ends.length === 2 && ends.every(([, end]) => isObject(end) && end.type === 'string' && typeof end.pattern === 'string')
  if (!isSpan) return undefined
  return ends.map(([field, end]) => ({ ...columnOf({}, Object(end), [field], true), name: words(field, field) }))
}

function nameOf(fields: Fields, path: readonly string[]): Words {
  const whole = fields[path.join('.')]
  if (whole) return whole.name
  const parts = path.map((part, index) => fields[path.slice(0, index + 1).join('.')] ?? fields[part])
  const missing = parts.indexOf(undefined)
  if (missing >= 0) throw new Error(`the field ${path.slice(0, missing + 1).join('.')} has no words`)
  const said = (language: 'zh' | 'en') => parts.flatMap((part) => part?.name[language] || []).join(language === 'zh' ? '·' : ', ')
  return words(said('zh'), said('en'))
}

/** What is said of a field, or of what it is a part of. */
const aboutOf = (fields: Fields, path: readonly string[]): Words | undefined =>
  [...path.map((_, index) => path.slice(0, path.length - index).join('.')), path.at(-1) ?? '']
    .map((name) => fields[name]?.about)
    .find((about) => about !== undefined)

function choicesOf({ enum: some, const: only, anyOf }: Shape): string[] {
  const given = Array.isArray(some)
    ? some
    : only !== undefined
      ? [only]
      : Array.isArray(anyOf)
        ? anyOf.map((one) => (isObject(one) ? one.const : undefined))
        : []
  return given.every((one) => typeof one === 'string') ? given : []
}

function kindOf(shape: Shape): SheetColumn['kind'] {
  const { type, format, items } = shape
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'boolean') return 'yesNo'
  if (type === 'string' && format === 'date') return 'day'
  if (type === 'array' && isObject(items)) {
    const each = kindOf(items)
    return each === 'text' ? 'list' : each === 'number' ? 'numbers' : 'json'
  }
  return type === 'string' || choicesOf(shape).length > 0 ? 'text' : 'json'
}

function allowedBy(
  kind: SheetColumn['kind'],
  choices: readonly string[],
  called: SheetColumn['called'],
  { type, pattern, maxLength, minimum, exclusiveMinimum, maximum }: Shape,
): Words {
  const least =
    typeof minimum === 'number' ? ` ≥ ${minimum}` : typeof exclusiveMinimum === 'number' ? ` > ${exclusiveMinimum}` : ''
  const range = least + (typeof maximum === 'number' ? ` ≤ ${maximum}` : '')
  switch (kind) {
    case 'yesNo':
      return words('是 或 否', '是 or 否 (yes or no)')
    case 'day':
      return ends.allowed
    case 'number':
      return type === 'integer' ? words(`整数${range}`, `a whole number${range}`) : words(`数字${range}`, `a number${range}`)
    case 'numbers':
      return Object.keys(called).length === 0
        ? words('数字，可以几个，用“、”隔开', 'numbers, several, with 、 between them')
        : words(
            `${Object.values(called)
              .map(({ zh }) => zh)
              .join('、')}，连着的可写“至”`,
            `${Object.values(called)
              .map(({ en }) => en)
              .join(', ')}; with 至 for a range`,
          )
    case 'spans':
    case 'measure':
    case 'record':
    case 'records':
    case 'json':
      return words('JSON，写法见现有的行', 'JSON, as the rows that are there have it')
    case 'list':
    case 'text': {
      const said = (language: 'zh' | 'en', between: string) => choices.map((one) => called[one]?.[language] ?? one).join(between)
      const several = kind === 'list' ? words('可以几个，用“、”隔开', 'several, with 、 between them') : undefined
      if (choices.length > 0)
        return words(
          `${several ? `${several.zh}，` : ''}只能是：${said('zh', '、')}`,
          `${several ? `${several.en}, of: ` : 'one of: '}${said('en', ', ')}`,
        )
      if (several) return several
      const long = typeof maxLength === 'number'
      const form = typeof pattern === 'string' ? formWords(pattern) : undefined
      return words(
        `文字${long ? `，最多 ${maxLength} 个字` : ''}${form ? `，${form.zh}` : ''}`,
        `text${long ? `, at most ${maxLength} characters` : ''}${form ? `, ${form.en}` : ''}`,
      )
    }
  }
}
