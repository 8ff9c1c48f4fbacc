import { refusal, thrown } from '../../flow/refusal.ts'
import type { Kept } from '../store.ts'
import type { SheetColumn } from './column.ts'
import { headOf } from './head.ts'
import { saidCellsOf } from './said.ts'
import { type Cell, mostSigns, type Sheet } from './xlsx/xlsx.ts'

/** A register's sheet to fill in: its head, the entries that it has if they are wanted, and a second sheet that explains the columns. */
export const templateOf = (name: string, columns: readonly SheetColumn[], entries: readonly Kept<unknown>[]): Sheet[] => [
  {
    name,
    head: columns.map((column) => ({
      words: headOf(column),
      width: Math.min(40, Math.max(12, column.name.zh.length * 2 + column.name.en.length + 3)),
      choices:
        column.kind === 'yesNo'
          ? ['是', '否']
          : column.kind === 'list' || column.kind === 'numbers'
            ? []
            : column.choices.map((one) => column.called[one]?.zh ?? one),
      stays: column.kind !== 'number',
    })),
    rows: entries.map((kept) => saidCellsOf(columns, kept).map((text, index) => cellOf(columns[index], text))),
  },
  {
    name: '说明 Notes',
    head: [
      { words: '列 Column', width: 36 },
      { words: '必填 Required', width: 14 },
      { words: '可填内容', width: 44 },
      { words: 'Allowed', width: 44 },
      { words: '说明', width: 60 },
      { words: 'About', width: 60 },
    ],
    rows: columns.map((column) => [
      headOf(column),
      column.required ? '是 yes' : '否 no',
      column.allowed.zh,
      column.allowed.en,
      column.about?.zh,
      column.about?.en,
    ]),
  },
]

/** A cell to be edited and sent back is whole, or there is no sheet. */
function cellOf(column: SheetColumn | undefined, text: string): Cell {
  if (text.length > mostSigns)
    throw thrown(
      refusal(
        'tooLarge',
        `有一项的“${column?.name.zh}”太长，表格放不下；请导出 CSV`,
        `the "${column?.name.en}" of an entry is too long for a workbook: export it as CSV`,
      ),
    )
  return column?.kind === 'number' && text !== '' ? Number(text) : text
}
