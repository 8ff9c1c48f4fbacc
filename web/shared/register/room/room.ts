import type { ReactNode } from 'react'
import type { Option } from '../../form/Choice.tsx'
import type { Meaning } from '../../form/SchemaFields.tsx'
import type { Section } from '../../form/SchemaForm.tsx'
import type { Values } from '../../form/schema.ts'
import type { Words } from '../../language.ts'
import type { Entry, Register } from '../register.ts'

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
  /** What a new one begins with. */
  begun: () => Values
  filters: readonly Filter[]
  /** By which column posts of a place look at their own alone. */
  ownBy?: Readonly<Record<string, 'community' | 'street'>>
  /** What the list says of one, beside its name. */
  says: (entry: Values) => ReactNode
  /** What stands above the list, and above the form of one. */
  above?: ReactNode
  aboveOne?: (entry: Entry) => ReactNode
}

/** Posts at a community and at a street, for registers with columns of these names. */
export const byPlace: Readonly<Record<string, 'community' | 'street'>> = {
  ...{ communitySecretary: 'community', communityWorker: 'community', streetDesk: 'street', dutyOfficer: 'street' },
}
