import type { Category, Group } from './category.ts'
import { home } from './groups/home.ts'
import { houses } from './groups/houses.ts'
import { learning } from './groups/learning.ts'
import { people } from './groups/people.ts'
import { safety } from './groups/safety.ts'
import { streets } from './groups/streets.ts'
import { supply } from './groups/supply.ts'
import { village } from './groups/village.ts'
import { working } from './groups/working.ts'

const chapters = [...home, ...houses, ...streets, ...safety, ...supply, ...learning, ...working, ...people, ...village]

/** The upper level of the register that a district starts with. */
export const groups: readonly Group[] = chapters.map(({ group }) => group)

/** Its lower level: every category that a case can have. A district changes its own copy. */
export const categories: readonly Category[] = chapters.flatMap(({ leaves }) => leaves)
