import { type Words, words } from '../../words.ts'
import { codeOf, listed, plain } from './cells.ts'
import type { Meaning, SheetColumn } from './column.ts'
import { roomFor, valueAt } from './paths.ts'

// A thing with several fields, or several such things, in one cell, as people write them: each on a line of its own, its fields by
// their names. `姓名：王敏；职务：主任`

type Parts = readonly SheetColumn[]

/** What a thing says in a cell; `say` writes one of its fields. */
export const recordWords = (parts: Parts, value: unknown, say: (part: SheetColumn, value: unknown) => string): string =>
  parts
    .flatMap((part) => {
      const inner = valueAt(part, value)
      return inner === undefined ? [] : [`${part.name.zh}：${say(part, inner)}`]
    })
    .join('；')

/** How such a cell is written, for whoever fills it in. */
export function recordForm(parts: Parts, several: boolean): Words {
  const form = (language: 'zh' | 'en') => {
    const [colon, between, or, open, close] =
      language === 'zh' ? ['：', '；', ' 或 ', '（', '）'] : [': ', '; ', ' or ', ' (', ')']
    return parts
      .map(({ name, choices, called, required, allowed }) => {
        const what = choices.length > 0 ? choices.map((one) => called[one]?.[language] ?? one).join(or) : allowed[language]
        const optional = required ? '' : `${open}${language === 'zh' ? '可不填' : 'if there is one'}${close}`
        return `${name[language]}${colon}${what}${optional}`
      })
      .join(between)
  }
  return several
    ? words(
        `一行一项（单元格内换行按 Alt+Enter），每项写：${form('zh')}`,
        `one a line (Alt+Enter within a cell), each as: ${form('en')}`,
      )
    : words(`写：${form('zh')}`, `as: ${form('en')}`)
}

/**
 * What a line means: a thing, or what is wrong with it. `read` reads one of its fields, none where it is not there; `fits` says whether they
 * make one together.
 */
export function recordIn(
  parts: Parts,
  line: string,
  read: (part: SheetColumn, text: string | undefined) => Meaning,
  fits: (value: unknown) => boolean,
): { value: unknown } | { flaw: Words } {
  const told = toldIn(parts, line)
  if ('flaw' in told) return told
  const value: Record<string, unknown> = {}
  for (const part of parts) {
    const { name, required, allowed, fits, path } = part
    const text = told.get(part)
    const meant = read(part, text)
    if (meant.flaw) return { flaw: words(`“${name.zh}”${meant.flaw.zh}`, `"${name.en}" ${meant.flaw.en}`) }
    if (meant.value === undefined) {
      if (!required) continue
      return { flaw: words(`缺“${name.zh}”`, `has no "${name.en}"`) }
    }
    if (!fits(meant.value)) return { flaw: words(`“${name.zh}”应为：${allowed.zh}`, `"${name.en}" must be: ${allowed.en}`) }
    roomFor(value, path)[path.at(-1) ?? ''] = meant.value
  }
  return fits(value) ? { value } : { flaw: noThing }
}

const noThing = words(
  '各项单独看都对，合在一起不对：有一项该填没填，或不该填却填了，请看表格“说明”里这一列',
  'each field is right by itself, and not all together: one is missing or one too many, see the notes of the sheet on this column',
)

/** The fields that a line tells, each with its words. What begins with no name goes on with the words before it. */
function toldIn(parts: Parts, line: string): Map<SheetColumn, string> | { flaw: Words } {
  const told = new Map<SheetColumn, string>()
  let last: SheetColumn | undefined
  // A mark that nothing follows ends a field, and is no part of it.
  let marks = ''
  for (const [, mark = '', piece = ''] of line.matchAll(/([；;]|^)([^；;]*)/g)) {
    marks += mark
    if (piece.trim() === '') continue
    const [, label, text = ''] = piece.match(/^\s*([^\d\s：:][^：:]{0,19}?)\s*[：:](.*)$/s) ?? []
    const part = label === undefined ? undefined : parts.find((one) => isCalled(one, label))
    if (part && told.has(part)) return { flaw: words(`“${part.name.zh}”写了两次`, `"${part.name.en}" is there twice`) }
    if (part) told.set(part, text.trim())
    else if (label !== undefined || !last) {
      const [zh, en] = [parts.map(({ name }) => name.zh).join('、'), parts.map(({ name }) => name.en).join(', ')]
      const what = label ?? piece.trim().slice(0, 20)
      return { flaw: words(`没有“${what}”这一栏，可写：${zh}`, `there is no "${what}", but ${en}`) }
    } else told.set(last, `${told.get(last)}${marks}${piece.trimEnd()}`)
    last = part ?? last
    marks = ''
  }
  return told
}

const isCalled = ({ name, field }: SheetColumn, label: string) =>
  [name.zh, name.en, field].some((one) => plain(one) === plain(label))

/** Numbers in one cell; more than two that have names and follow each other as a range of them: `周一至周五、周日`. */
export function numbersWords({ called }: SheetColumn, value: readonly unknown[]): string {
  const runs: number[][] = []
  for (const one of value.map(Number)) {
    const last = runs.at(-1)
    if (last?.at(-1) === one - 1 && String(one) in called) last.push(one)
    else runs.push([one])
  }
  const name = (one: number | undefined) => called[String(one)]?.zh ?? String(one)
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}至${name(run.at(-1))}`] : run.map(name))).join('、')
}

/** The same read; a range only between two that have names. */
export const numbersIn = (column: SheetColumn, text: string): number[] =>
  listed(column, text).flatMap((one) => {
    const [from, to, ...more] = one.split(/\s*(?:至|到|–|—|-)\s*/).map((end) => codeOf(column, end))
    const [first, last] = [Number(from), Number(to)]
    if (to === undefined || more.length > 0 || !(String(first) in column.called && String(last) in column.called))
      return [Number(one)]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  })

/** A number of one of several units in one cell: `4 个工作小时`. */
export const measureWords = (units: Parts, value: unknown): string =>
  units
    .flatMap((unit) => {
      const number = valueAt(unit, value)
      return number === undefined ? [] : [`${number} ${unit.name.zh}`]
    })
    .join('')

/** How such a cell is written, for whoever fills it in. */
export const measureForm = (units: Parts): Words =>
  words(
    `一个数和单位：${unitsIn(units, 'zh')}；如 ${example(units, 'zh')}`,
    `a number and its unit: ${unitsIn(units, 'en')}; as ${example(units, 'en')}`,
  )
const example = ([unit]: Parts, language: 'zh' | 'en') => `4 ${unit?.name[language]}`
const unitsIn = (units: Parts, language: 'zh' | 'en') =>
  units.map(({ name }) => name[language].replace(/^个/, '')).join(language === 'zh' ? '、' : ', ')

/** The same read, or what is wrong with it. What is counted by 个 may be without it, and English in the singular. */
export function measureIn(units: Parts, text: string): { value: unknown } | { flaw: Words } {
  const [zh, en] = [unitsIn(units, 'zh'), unitsIn(units, 'en')]
  const [, number, label = ''] = text.match(/^([-+]?\d+(?:\.\d+)?)\s*(.*)$/s) ?? []
  if (number === undefined)
    return { flaw: words(`应以数字开头，如 ${example(units, 'zh')}`, `must begin with digits, as ${example(units, 'en')}`) }
  if (label === '') return { flaw: words(`缺单位，可写：${zh}`, `has no unit: ${en}`) }
  const bare = (one: string) =>
    plain(one)
      .replace(/^个\s*/, '')
      .replace(/s$/, '')
  const unit = units.find(({ name, field }) => [name.zh, name.en, field].some((one) => bare(one) === bare(label)))
  if (!unit) return { flaw: words(`没有“${label}”这个单位，可写：${zh}`, `"${label}" is no unit of it: ${en}`) }
  if (unit.fits(Number(number))) return { value: { [unit.field]: Number(number) } }
  return { flaw: words(`单位前应为：${unit.allowed.zh}`, `before the unit must be: ${unit.allowed.en}`) }
}

/** Stretches in one cell, `08:30–11:30、14:00–17:30`, of which each is two words by name. */
export const spansWords = ([from, to]: Parts, value: readonly unknown[]): string =>
  value.map((one) => `${from && valueAt(from, one)}–${to && valueAt(to, one)}`).join('、')

/** The same read; nothing where it is no stretch. */
export function spansIn(parts: Parts, text: string): Record<string, unknown>[] | undefined {
  const spans = text
    .split(/[、，,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => one.split(/\s*[-–—~～至到]\s*/))
  if (!spans.every((ends) => ends.length === 2)) return undefined
  return spans.map((ends) => Object.fromEntries(parts.map(({ field }, index) => [field, ends[index]])))
}
