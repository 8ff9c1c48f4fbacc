import type { TSchema } from 'typebox'
import { type Words, words } from '../../words.ts'

/** One column of a register's sheet: a field of the entry (with points: `name.zh`), and how it is written. */
export interface SheetColumn {
  field: string
  path: readonly string[]
  kind: 'text' | 'number' | 'yesNo' | 'json'
  required: boolean
}

/** What of a JSON schema this looks at. */
interface Shape {
  type?: unknown
  enum?: unknown
  const?: unknown
  properties?: unknown
  required?: unknown
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The columns of an entry: one for each plain field; what is a list or a choice of shapes is JSON in its cell. */
export function sheetColumns(schema: TSchema): SheetColumn[] {
  const below = (shape: Shape, path: readonly string[], required: boolean): SheetColumn[] => {
    if (required && shape.type === 'object' && isObject(shape.properties)) {
      const wanted = Array.isArray(shape.required) ? shape.required : []
      return Object.entries(shape.properties).flatMap(([name, one]) =>
        isObject(one) ? below(one, [...path, name], wanted.includes(name)) : [],
      )
    }
    return [{ field: path.join('.'), path, kind: kindOf(shape), required }]
  }
  return below(Object(schema), [], true)
}

function kindOf({ type, enum: choices, const: only }: Shape): SheetColumn['kind'] {
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'boolean') return 'yesNo'
  const texts = Array.isArray(choices) && choices.every((one) => typeof one === 'string')
  return type === 'string' || texts || typeof only === 'string' ? 'text' : 'json'
}

/** An entry as the cells of its row. What is not there is empty. */
export const cellsOf = (columns: readonly SheetColumn[], entry: unknown): string[] =>
  columns.map(({ path, kind }) => {
    const value = path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), entry)
    if (value === undefined) return ''
    if (kind === 'json') return JSON.stringify(value)
    if (kind === 'yesNo') return value ? '是' : '否'
    return String(value)
  })

export interface CellFlaw {
  column: string
  because: Words
}

/** The entry that a row of cells means, for the schema to judge; and the cells that cannot be read at all. */
export function entryOf(columns: readonly SheetColumn[], cells: ReadonlyMap<string, string>) {
  const entry: Record<string, unknown> = {}
  const flaws: CellFlaw[] = []
  for (const { field, path, kind, required } of columns) {
    const cell = cells.get(field) ?? ''
    if (cell === '' && !(required && kind === 'text')) continue
    const read = readCell(kind, cell)
    if (read) put(entry, path, read.value)
    else flaws.push({ column: field, because: said[kind] })
  }
  return { entry, flaws }
}

const said: Record<SheetColumn['kind'], Words> = {
  text: words('应为文字', 'must be text'),
  number: words('应为数字', 'must be a number'),
  yesNo: words('请填“是”或“否”', 'must be 是 or 否 (yes or no)'),
  json: words('应为 JSON，格式见导出的表格', 'must be JSON, as in an exported sheet'),
}
const yesNo = new Map(Object.entries({ 是: true, yes: true, true: true, 1: true, 否: false, no: false, false: false, 0: false }))

/** What a cell says; nothing if it cannot be read. */
function readCell(kind: SheetColumn['kind'], cell: string): { value: unknown } | undefined {
  if (kind === 'text') return { value: cell }
  if (kind === 'yesNo') {
    const value = yesNo.get(cell.trim().toLowerCase())
    return value === undefined ? undefined : { value }
  }
  if (kind === 'number') return /^\s*-?\d+(\.\d+)?\s*$/.test(cell) ? { value: Number(cell) } : undefined
  try {
    return { value: JSON.parse(cell) }
  } catch {
    return undefined
  }
}

/** Sets a field deep inside, making the objects on the way. */
function put(entry: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    entry[name] = value
    return
  }
  const inner = entry[name]
  const made = isObject(inner) ? inner : {}
  entry[name] = made
  put(made, rest, value)
}
