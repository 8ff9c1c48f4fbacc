import { Type } from 'typebox'
import type { PersonRow } from './store/people.ts'
import type { PostRow } from './store/posts.ts'
import type { ChangeRow } from './trail.ts'

export const tags = ['administration']
export const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })

/** A post as administrators see it. */
export const ShownPost = Type.Object({
  id: Type.String(),
  account: Type.String(),
  name: Type.String(),
  role: Type.String(),
  unit: Type.String(),
  unitName: Type.Optional(Type.String()),
  starts: Type.String(),
  ends: Type.Optional(Type.String({ description: 'the first day on which it is over' })),
  standInFor: Type.Optional(Type.String()),
})
export const shownPost = ({ name, unitName, ends, standInFor, ...post }: PostRow) => ({
  ...{ ...post, name: name ?? '' },
  ...(unitName !== null && { unitName }),
  ...(ends !== null && { ends }),
  ...(standInFor !== null && { standInFor }),
})

/** Somebody of the staff, with the posts that they hold or will hold. */
export const Person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  account: Type.String(),
  ended: Type.Boolean(),
  secondFactor: Type.Boolean(),
  posts: Type.Array(ShownPost),
})
export const personOf = ({ id, name, account, ends, secondFactor, posts }: PersonRow, day: string) => ({
  ...{ id, name: name ?? '', account: account ?? '', ended: ends !== null && ends <= day, secondFactor },
  posts: posts.map(shownPost),
})

/** A page of the trail, and what to ask for as `before` to read on. */
export const Changes = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...{ id: Type.String(), at: Type.String(), by: Type.String(), byName: Type.String(), byRole: Type.String() },
      ...{ what: Type.String(), subject: Type.String(), told: Type.Unsafe<unknown>({}) },
    }),
  ),
  next: Type.Optional(Type.String()),
})
/** Of rows one more than a page holds, if there are more. */
export function shownChanges(rows: readonly ChangeRow[], most: number) {
  const page = rows.slice(0, most)
  const last = page.at(-1)
  return {
    rows: page.map(({ id, at, by_account, by_name, by_role, what, subject, told }) => ({
      ...{ id, at: at.toISOString(), by: by_account, byName: by_name, byRole: by_role, what, subject, told },
    })),
    ...(rows.length > most && last && { next: last.id }),
  }
}
