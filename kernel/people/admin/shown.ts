import { type Static, Type } from 'typebox'
import { Text } from '../../text.ts'
import { Words } from '../../words.ts'
import type { Actor } from '../actor.ts'
import { idleMinutes } from '../idle.ts'
import { administrators } from '../roles.ts'
import { type Choices, choicesOn, choicesOnPost } from './choices.ts'
import type { Rulers } from './may.ts'
import type { PersonRow } from './store/people.ts'
import type { PostRow } from './store/posts.ts'
import { ways } from './store/signIns.ts'
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
export type ShownPost = Static<typeof ShownPost>
export const PostRows = Type.Object({ rows: Type.Array(ShownPost), next: Type.Optional(Type.String()) })
export type PostRows = Static<typeof PostRows>
export const shownPost = ({ name, unitName, ends, standInFor, ...post }: PostRow) => ({
  ...{ ...post, name: name ?? '' },
  ...(unitName !== null && { unitName }),
  ...(ends !== null && { ends }),
  ...(standInFor !== null && { standInFor }),
})

/** Somebody who is to have an account: their name, and what they sign in with, which may be a telephone. */
export const NewPerson = Type.Object(
  { name: Text(40), account: Type.String({ minLength: 2, maxLength: 60, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' }) },
  { additionalProperties: false },
)

/** What whoever asks may do, which are the buttons, and why not the rest. */
export const ShownChoices = Type.Object({ may: Type.Array(Type.String()), mayNot: Type.Record(Type.String(), Words) })
export type ShownChoices = Static<typeof ShownChoices>
const choices = { may: Type.Optional(ShownChoices.properties.may), mayNot: Type.Optional(ShownChoices.properties.mayNot) }

/**
 * Somebody of the staff, with the posts that they hold or will hold; for administrators, with how they sign in and what they may do
 * about them.
 */
export const Person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  account: Type.Optional(Type.String({ description: 'what they sign in with, which may be a telephone' })),
  ended: Type.Boolean(),
  secondFactor: Type.Optional(Type.Boolean()),
  posts: Type.Array(Type.Object({ ...ShownPost.properties, ...choices })),
  ...choices,
})
export type Person = Static<typeof Person>
/** A page of people, with whether one may make accounts, and which roles one may give. */
export const People = Type.Object({
  ...{ rows: Type.Array(Person), next: Type.Optional(Type.String()) },
  make: Type.Optional(Type.Union([Type.Literal(true), Words], { description: 'whether one may make accounts, or why not' })),
  give: Type.Optional(ShownChoices),
})
export type People = Static<typeof People>
export function personOf(row: PersonRow, { actor, day, rulers }: { actor: Actor; day: string; rulers: Rulers }) {
  const { id, name, account, ends, secondFactor, posts } = row
  const ended = ends !== null && ends <= day
  const administers = administrators.has(actor.role) && !ended
  const about = (one: () => Choices) => (administers ? one() : {})
  return {
    ...{ id, name: name ?? '', ended },
    ...(administrators.has(actor.role) && { account: account ?? '', secondFactor }),
    posts: posts.map((post) => ({ ...shownPost(post), ...about(() => choicesOnPost(actor, post, rulers)) })),
    ...about(() => choicesOn(actor, row, rulers)),
  }
}

/** Somebody's turn of duty. */
export const Slot = Type.Object({ account: Type.String(), name: Type.String(), from: Type.String(), to: Type.String() })
export type Slot = Static<typeof Slot>

/** Of which roles a second factor is asked. */
export const SecondFactorRoles = Type.Object(
  { roles: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40, uniqueItems: true }) },
  { additionalProperties: false },
)
export type SecondFactorRoles = Static<typeof SecondFactorRoles>

const IdleEnd = Type.Object(
  { role: Type.String({ maxLength: 40 }), minutes: Type.Integer({ minimum: idleMinutes.least, maximum: idleMinutes.most }) },
  { additionalProperties: false },
)
export type IdleEnd = Static<typeof IdleEnd>
/** After how many minutes without a touch sessions end, by role. */
export const IdleEnds = Type.Object({ ends: Type.Array(IdleEnd, { maxItems: 40 }) }, { additionalProperties: false })
export type IdleEnds = Static<typeof IdleEnds>

const Candidate = Type.Object({
  ...{ id: Type.String(), name: Type.String(), role: Type.String(), unit: Type.String() },
  unitName: Type.Optional(Type.String()),
})
/** Who stands in at a post, now and later, and who could. */
export const StandIns = Type.Object({
  named: Type.Array(ShownPost),
  candidates: Type.Array(Candidate),
  more: Type.Boolean({ description: 'there are more: search by a part of the name' }),
})
export type StandIns = Static<typeof StandIns>

/** A page of the trail, and what to ask for as `before` to read on. */
export const Changes = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...{ id: Type.String(), at: Type.String(), by: Type.String(), byName: Type.String(), byRole: Type.String() },
      ...{ what: Type.String(), subject: Type.String(), told: Type.Unsafe<unknown>({}) },
    }),
  ),
  next: Type.Optional(Type.String()),
  /** What the accounts, units and grids in it are called. */
  names: Type.Optional(Type.Record(Type.String(), Type.String())),
})
export type Changes = Static<typeof Changes>

/** A page of who came in, left, or was not let in; without an account where nobody has the name that was tried. */
export const SignIns = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...{ id: Type.String(), at: Type.String(), device: Type.String() },
      account: Type.Optional(Type.String()),
      name: Type.Optional(Type.String()),
      came: Type.Enum([...ways]),
    }),
  ),
  next: Type.Optional(Type.String()),
})
export type SignIns = Static<typeof SignIns>

/** The page of rows of which one more was read than it holds, and what to ask for as `before` to read on, where there are more. */
export function pageOf<Row extends { id: string }>(read: readonly Row[], most: number): { page: Row[]; more: { next?: string } } {
  const page = read.slice(0, most)
  const last = page.at(-1)
  return { page, more: read.length > most && last ? { next: last.id } : {} }
}

export function shownChanges(read: readonly ChangeRow[], most: number) {
  const { page, more } = pageOf(read, most)
  return {
    rows: page.map(({ id, at, by_account, by_name, by_role, what, subject, told }) => ({
      ...{ id, at: at.toISOString(), by: by_account, byName: by_name, byRole: by_role, what, subject, told },
    })),
    ...more,
  }
}
