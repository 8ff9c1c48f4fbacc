import { broken, type GridCell } from '../reading/grid.ts'
import { unescapedSigns } from './escapes.ts'
import { momentOf, type Shown } from './formats.ts'

/** The numbers of a workbook's cells mean something only together with these. */
export interface Legend {
  strings: readonly string[]
  shown: readonly Shown[]
  since1904: boolean
}

type Said<Cell> = Cell extends unknown ? Omit<Cell, 'column'> : never

/** What a cell says; nothing if it is empty. What a formula came to when it was last counted is not looked at. */
export function cellOf(
  { type, style, value, formula }: { type: string; style: number; value: string; formula: boolean },
  { strings, shown, since1904 }: Legend,
): Said<GridCell> | undefined {
  if (formula) return { kind: 'formula' }
  switch (type) {
    case 's': {
      const words = value === '' ? '' : strings[Number(value)]
      if (words === undefined) throw broken()
      return inWords(words)
    }
    case 'inlineStr':
    case 'str':
      return inWords(unescapedSigns(value))
    case 'b':
      return value === '' ? undefined : { kind: 'yesNo', yes: value.trim() === '1' || value.trim() === 'true' }
    case 'e':
      return { kind: 'fault', words: value.slice(0, 20) }
    case 'd':
      return inWords(value)
    default: {
      if (value.trim() === '') return undefined
      const number = Number(value)
      if (!Number.isFinite(number)) throw broken()
      const { dated = false, digits = 0 } = shown[style] ?? {}
      const moment = momentOf(number, since1904)
      const whole = Number.isSafeInteger(number) && number >= 0 ? String(number).padStart(digits, '0') : String(number)
      return { kind: 'number', value: number, digits: whole, dated, ...(moment !== undefined && { moment }) }
    }
  }
}

const inWords = (words: string): Said<GridCell> | undefined => (words.trim() === '' ? undefined : { kind: 'words', words })
