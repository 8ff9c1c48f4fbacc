import type { ReactNode } from 'react'
import type { Option } from '../../form/Choice.tsx'
import type { Meaning } from '../../form/SchemaFields.tsx'
import type { Section } from '../../form/SchemaForm.tsx'
import type { Values } from '../../form/schema.ts'
import type { Words } from '../../language.ts'
import type { Register } from '../register.ts'

/** A column by which the list of a register can be asked. */
export interface Filter {
  name: string
  label: Words
  options: readonly Option[]
}

/** What a capability says of a register's room at a desk that no schema says. */
export interface Room {
  /** Of the register, and of the room in the console. */
  path: string
  home: string
  title: Words
  /** The way back to the list, what makes a new one, and what is said where there is none yet. */
  all: Words
  fresh: Words
  none: Words
  /** What the button says that takes one out of use, what it means, and what is said of one that has ended. */
  retiring: { end: Words; means: Words; ended: (on: string) => Words }
  keyOf: (entry: Values) => string
  nameOf: (entry: Values) => Words
  meaning: (register: Register, isNew: boolean) => Meaning
  valueWords: (value: string) => Words
  sections?: readonly Section[]
  fieldsFor?: (values: Values) => readonly string[]
  /** A field of an entry as it is read, where its plain words would not do. */
  shows?: (name: string, value: unknown) => ReactNode | undefined
  /** What a new one begins with. */
  begun: () => Values
  filters: readonly Filter[]
  /** What else there is to an entry, between its name and what it says. */
  beside?: (key: string, changed: () => void) => ReactNode
  /** What the list says of one, beside its name. */
  says: (entry: Values) => ReactNode
}
