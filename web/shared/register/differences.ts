import type { Words } from '../language.ts'
import type { FieldNames } from './register.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** A field that is otherwise in one version than in the other. */
export interface Difference {
  path: string
  before: unknown
  after: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isBoth = (value: unknown): value is Words =>
  isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string' && Object.keys(value).length === 2
/** A number under its unit: `{ workingDays: 5 }`. */
const isLength = (value: unknown): value is Record<string, number> =>
  isObject(value) && Object.keys(value).length === 1 && Object.values(value).every((one) => typeof one === 'number')
const isWhole = (value: unknown) => !isObject(value) || isBoth(value) || isLength(value)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
// The order of fields is the database's.
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([name, one]) => [name, sorted(one)])
            .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
        )
      : value

/** What differs between two values, field by field; of lists only what one has and the other has not. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (same(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) {
    const [gone, come] = [
      before.filter((one) => !after.some((other) => same(one, other))),
      after.filter((one) => !before.some((other) => same(one, other))),
    ]
    return [{ path, before: gone, after: come }]
  }
  if (isWhole(before) || isWhole(after)) return [{ path, before, after }]
  const [was, is] = [Object(before), Object(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
    differences(was[name], is[name], path === '' ? name : `${path}.${name}`),
  )
}

/** What a value is, in words; `valueWords` says what a word of the contract is called. */
export function described(value: unknown, valueWords: (value: string) => Words): Words {
  const all = (some: readonly unknown[], between: Words): Words => {
    const each = some.map((one) => described(one, valueWords)).filter(({ zh }) => zh !== '')
    return w(each.map(({ zh }) => zh).join(between.zh), each.map(({ en }) => en).join(between.en))
  }
  if (value === undefined || value === null || value === '') return w('（空）', '(nothing)')
  if (typeof value === 'boolean') return value ? w('是', 'yes') : w('否', 'no')
  if (typeof value === 'string') return valueWords(value)
  if (Array.isArray(value)) return value.length === 0 ? w('（无）', '(none)') : all(value, w('、', ', '))
  if (isBoth(value)) return value
  if (isLength(value)) {
    const [unit = '', count = 0] = Object.entries(value)[0] ?? []
    const { zh, en } = valueWords(unit)
    return w(`${count} ${zh}`, `${count} ${en}`)
  }
  return isObject(value) ? all(Object.values(value), w(' ', ' ')) : w(String(value), String(value))
}

/** What a field is called, by its path: the names of all that it lies in, without numbers of rows. */
export function pathWords(fields: FieldNames, path: string): Words {
  const whole = fields[path]
  if (whole) return whole.name
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  const said = (language: 'zh' | 'en') =>
    parts
      .map((part, index) => (fields[parts.slice(0, index + 1).join('.')] ?? fields[part])?.name[language] ?? part)
      .filter((name) => name !== '')
      .join(language === 'zh' ? '·' : ', ')
  return w(said('zh'), said('en'))
}
