import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type Words, words } from '../../words.ts'
import { formWords } from './forms.ts'

/** How a field of an entry is called, and what it is. */
export interface FieldWords {
  name: Words
  about?: Words
  /** What its values are called, where it is one, or are some, of a few codes. */
  values?: Readonly<Record<string, Words>>
}

/**
 * The words of a register's fields, by their path (`name.zh`) or, where they are called the same everywhere, by their last part
 * (`zh`). A field inside of others is called by all of them, one after the other; empty words are left out.
 */
export type Fields = Readonly<Record<string, FieldWords>>

/** One column of a register's sheet: a field of the entry (with points: `name.zh`), how it is written, and how it is called. */
export interface SheetColumn {
  field: string
  path: readonly string[]
  kind: 'text' | 'number' | 'yesNo' | 'day' | 'list' | 'json'
  required: boolean
  name: Words
  about?: Words
  /** What may stand in it, if that is a few codes to choose from; in a list, what each may be. */
  choices: readonly string[]
  /** What these are called in a sheet that people read. A code that is not in it is called by itself. */
  called: Readonly<Record<string, Words>>
  /** What may stand in it, in words. */
  allowed: Words
  /** Whether the contract takes this as the field's value. */
  fits: (value: unknown) => boolean
}

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
  maximum?: unknown
  properties?: unknown
  required?: unknown
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands in every register's sheet before the fields of the entry. */
const version: SheetColumn = {
  ...{ field: 'version', path: [], kind: 'number', required: false, choices: [], called: {} },
  name: words('版本', 'Version'),
  about: words(
    '表格下载时这一项改到第几版，请勿改动；新增的行留空。别人在此期间改过的，上传时会提示',
    'how often the entry had changed when the sheet was made: leave it as it is, and empty for a new entry. What somebody else changed meanwhile is told',
  ),
  allowed: words('整数，新增时留空', 'a whole number; empty for a new entry'),
  fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9,
}
const ends: SheetColumn = {
  ...{ field: 'ends', path: [], kind: 'day', required: false, choices: [], called: {} },
  name: words('停用日期', 'Ends on'),
  about: words('从这一天起不再有效；一直有效的留空', 'the first day on which it no longer holds; empty if it goes on'),
  allowed: words('日期，如 2026-12-31', 'a day, as 2026-12-31'),
  fits: (value) => typeof value === 'string',
}

/** The columns of a register's sheet: version, end, and one for each plain field or list of words; what else is a list or a choice of shapes is JSON. */
export function sheetColumns(schema: TSchema, fields: Fields): SheetColumn[] {
  const below = (shape: Record<string, unknown>, path: readonly string[], required: boolean): SheetColumn[] => {
    const { type, properties, required: needed }: Shape = shape
    if (required && type === 'object' && isObject(properties)) {
      const wanted = Array.isArray(needed) ? needed : []
      return Object.entries(properties).flatMap(([name, one]) =>
        isObject(one) ? below(one, [...path, name], wanted.includes(name)) : [],
      )
    }
    const contract = Compile(shape)
    const kind = kindOf(shape)
    const choices = choicesOf(kind === 'list' ? Object(shape.items) : shape)
    const called = (fields[path.join('.')] ?? fields[path.at(-1) ?? ''])?.values ?? {}
    const about = aboutOf(fields, path)
    return [
      {
        ...{ field: path.join('.'), path, kind, required, choices, called, allowed: allowedBy(kind, choices, called, shape) },
        name: nameOf(fields, path),
        ...(about && { about }),
        fits: (value) => contract.Check(value),
      },
    ]
  }
  const columns = [version, ends, ...below(Object(schema), [], true)]
  for (const language of ['zh', 'en'] as const) {
    const twins = columns.filter(({ name }, index) => columns.findIndex((one) => one.name[language] === name[language]) !== index)
    if (twins.length > 0) throw new Error(`two fields are called ${twins[0]?.name[language]}: a sheet cannot tell them apart`)
  }
  return columns
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
  path.map((_, index) => fields[path.slice(0, path.length - index).join('.')]?.about).find((about) => about !== undefined)

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
  if (type === 'array' && isObject(items)) return kindOf(items) === 'text' ? 'list' : 'json'
  return type === 'string' || choicesOf(shape).length > 0 ? 'text' : 'json'
}

function allowedBy(
  kind: SheetColumn['kind'],
  choices: readonly string[],
  called: SheetColumn['called'],
  { type, pattern, maxLength, minimum, maximum }: Shape,
): Words {
  const range = (typeof minimum === 'number' ? ` ≥ ${minimum}` : '') + (typeof maximum === 'number' ? ` ≤ ${maximum}` : '')
  switch (kind) {
    case 'yesNo':
      return words('是 或 否', '是 or 否 (yes or no)')
    case 'day':
      return ends.allowed
    case 'number':
      return type === 'integer' ? words(`整数${range}`, `a whole number${range}`) : words(`数字${range}`, `a number${range}`)
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
