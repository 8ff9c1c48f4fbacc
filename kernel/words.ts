import type { Static } from 'typebox'
import { Type } from 'typebox'

/** Words for people: Chinese first, English beside it. */
export const Words = Type.Object({ zh: Type.String(), en: Type.String() }, { additionalProperties: false })
export type Words = Static<typeof Words>

export const words = (zh: string, en: string): Words => ({ zh, en })

/** The codes of what such a table names. */
export const keysOf = <Code extends string>(table: Readonly<Record<Code, unknown>>): Code[] => Object.keys(table) as Code[]
