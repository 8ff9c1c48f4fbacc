import type { Words } from '../../words.ts'

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
  kind: 'text' | 'number' | 'yesNo' | 'day' | 'list' | 'numbers' | 'spans' | 'measure' | 'record' | 'records' | 'json'
  required: boolean
  name: Words
  about?: Words
  /** What may stand in it, if that is a few codes to choose from; in a list, what each may be. */
  choices: readonly string[]
  /** What these are called in a sheet that people read. A code that is not in it is called by itself. */
  called: Readonly<Record<string, Words>>
  /** What may stand in it, in words. */
  allowed: Words
  /** The fields of a thing, or of each of several, that one cell tells; of a measure, its units. */
  parts: readonly SheetColumn[]
  /** Whether the contract takes this as the field's value. */
  fits: (value: unknown) => boolean
}

/** What a cell means for its field: a value, or nothing; why it cannot be read; and how it was read, where that is not as it stands. */
export interface Meaning {
  value?: unknown
  flaw?: Words
  notice?: Words
}
