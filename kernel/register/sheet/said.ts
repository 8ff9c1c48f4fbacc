import { isDeepStrictEqual } from 'node:util'
import { cellOf, type cellsOf } from './cells.ts'
import type { SheetColumn } from './column.ts'
import { meaningOf } from './meaning.ts'
import { measureWords, numbersWords, recordWords, spansWords } from './records.ts'

/** An entry as the cells of its row, for people: what codes are called, lists with a mark between their words, things by their fields. */
export const saidCellsOf = (columns: readonly SheetColumn[], row: Parameters<typeof cellsOf>[1]): string[] =>
  columns.map((column) => cellOf(column, row, (value) => said(column, value)))

function said(column: SheetColumn, value: unknown): string {
  const text = inWords(column, value)
  // Words that would be read otherwise, as with such a mark in them, are JSON.
  if (column.kind === 'text' || column.kind === 'number') return text
  const read = meaningOf(column, text === '' ? undefined : { column: 0, kind: 'words', words: text }, undefined)
  return isDeepStrictEqual(read.value, value) ? text : JSON.stringify(value)
}

function inWords(column: SheetColumn, value: unknown): string {
  const { kind, called, parts } = column
  const one = (code: unknown) => called[String(code)]?.zh ?? String(code)
  if (kind === 'text') return one(value)
  if (kind === 'day' || kind === 'number') return String(value)
  if (kind === 'yesNo') return value ? '是' : '否'
  if (kind === 'measure') return measureWords(parts, value)
  if (kind === 'record') return recordWords(parts, value, inWords)
  if (!Array.isArray(value)) return JSON.stringify(value)
  if (kind === 'list') return value.map(one).join('、')
  if (kind === 'numbers') return numbersWords(column, value)
  if (kind === 'spans') return spansWords(parts, value)
  return kind === 'records' ? value.map((each) => recordWords(parts, each, inWords)).join('\n') : JSON.stringify(value)
}
