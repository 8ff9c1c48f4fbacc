import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { House } from '../flow/house.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { type Actor, ownSight } from '../people/actor.ts'
import { type Role, roles } from '../people/roles.ts'
import { type DistrictOf, notSignedIn, visitorOf } from '../people/whoIs.ts'
import type { Words } from '../words.ts'

/** Where registers are served. */
export interface Hall {
  app: App
  house: House
  districtOf: DistrictOf
}

/** Whoever reads a register: their district, and who they are where they are signed in. */
export interface Reader {
  district: string
  actor: Actor | undefined
}

/** The header of everything that changes a register. */
export const EditHeaders = Type.Object({
  'idempotency-key': Type.String({
    minLength: 8,
    maxLength: 200,
    description: 'chosen by the sender; the same again for the same edit',
  }),
  'linli-post': Type.Optional(
    Type.String({ maxLength: 100, description: 'the post to act at, of those that the account holds' }),
  ),
})

export const noEntry = (key: string): Refusal => refusal('notFound', `没有“${key}”这一项`, `there is no entry "${key}"`)

/** The refusal that flaws are together. */
export const flawed = (flaws: readonly { field: string; because: Words }[]): Refusal =>
  refusal(
    'badInput',
    `请检查：${flaws
      .slice(0, 10)
      .map(({ field, because }) => `${field} ${because.zh}`)
      .join('；')}`,
    `please check: ${flaws
      .slice(0, 10)
      .map(({ field, because }) => `${field} ${because.en}`)
      .join('; ')}`,
  )

export const reading = ({ district, actor }: Reader) => ({ as: 'read', district, sight: ownSight(actor?.id) }) as const

/** Who reads, if they may read this register. */
export async function readerOf(
  { house, districtOf }: Hall,
  { mayRead, mayEdit, label }: { mayRead: 'anybody' | readonly Role[]; mayEdit: readonly Role[]; label: Words },
  request: FastifyRequest,
): Promise<Reader | Refusal> {
  const actor = (await visitorOf(house.database, house.clock, request))?.actor
  if (mayRead === 'anybody') return { district: actor?.district ?? (await districtOf(request)), actor }
  if (!actor) return notSignedIn
  if (mayRead.includes(actor.role) || mayEdit.includes(actor.role)) return { district: actor.district, actor }
  return refusal('notYou', `您的岗位不能查看${label.zh}`, `your post does not see the ${label.en}`)
}

/** Who edits, if they may edit this register; else what post it takes. */
export async function editorOf(
  { house }: Hall,
  { mayEdit, label }: { mayEdit: readonly Role[]; label: Words },
  request: FastifyRequest,
): Promise<Actor | Refusal> {
  const visitor = await visitorOf(house.database, house.clock, request)
  if (!visitor) return notSignedIn
  if (mayEdit.includes(visitor.actor.role)) return visitor.actor
  const said = (language: 'zh' | 'en') => mayEdit.map((role) => roles[role][language]).join(language === 'zh' ? '、' : ', ')
  const other = visitor.posts.find(({ role }) => mayEdit.includes(role))
  return other
    ? refusal('notYou', `请先切换到${roles[other.role].zh}岗位`, `switch to your post of ${roles[other.role].en} first`)
    : refusal('notYou', `${label.zh}由${said('zh')}修改`, `the ${label.en} are changed by: ${said('en')}`)
}
