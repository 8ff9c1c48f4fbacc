import { Type } from 'typebox'
import type { Connection } from '../../database/open.ts'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import type { ok } from '../../http/done.ts'
import { orProblem, wrongField } from '../../http/problem.ts'
import { words } from '../../words.ts'
import { type Role, roles } from '../roles.ts'
import { isHeldByOther } from './store/posts.ts'

interface Place {
  role: Role
  unit: string
}

/** The open work that waits at a post, by the numbers that people call it: a capability that gives posts work tells. */
export type WorkAt = (connection: Connection, district: string, post: Place) => Promise<string[]>

/** All open work that waits at a post: what goes along with it when it changes hands. */
export async function openAt(
  connection: Connection,
  district: string,
  post: Place,
  workAt: readonly WorkAt[],
): Promise<string[]> {
  const found: string[] = []
  for (const at of workAt) found.push(...(await at(connection, district, post)))
  return found
}

/** Why a post is not ended yet, unless whoever asks says that it ends all the same: the field to say it in. */
export type HeldUp = Refusal & { field: 'anyway' }

/** So many are named; the trail has all. */
const named = 5

/** Whether work would be left at a post that nobody holds once this account does no more: open work goes along with the post, to a successor. */
export async function heldUp(
  connection: Connection,
  district: string,
  { account, role, unit }: Place & { account: string },
  ends: string,
  open: readonly string[],
): Promise<HeldUp | undefined> {
  if (open.length === 0 || (await isHeldByOther(connection, district, { account, role, unit }, ends))) return undefined
  const [some, more] = [open.slice(0, named), open.length > named]
  return {
    ...refusal(
      'rule',
      `这个岗位（${roles[role].zh}）还有 ${open.length} 件没办完的事项，没有人接手：${some.join('、')}${more ? ' 等' : ''}。请先给这个岗位任命接手的人，事项会自动跟过去`,
      `${open.length} open things wait at this post of ${roles[role].en}, and nobody would have them (${some.join(', ')}${more ? ' …' : ''}): give the post to somebody first, and they go along`,
    ),
    field: 'anyway',
  }
}

/** Why a post is not ended yet, where it is held up once or twice over. */
export const heldUpTwice = (one: HeldUp | undefined, other: HeldUp | undefined): HeldUp | undefined =>
  one && other
    ? { ...one, because: words(`${one.because.zh}。${other.because.zh}`, `${one.because.en}. ${other.because.en}`) }
    : (one ?? other)

const isHeldUp = (done: object): done is HeldUp => 'field' in done && done.field === 'anyway'

/** That a post ends although open work waits at it and nobody else is there. */
export const Anyway = Type.Optional(
  Type.Boolean({ description: 'also where open work is left that nobody would have, or turns of duty' }),
)

/** What came of ending something; where it is held up, with the field in which to say that it ends anyway. */
export const toldOf = (done: typeof ok | Refusal) => (isHeldUp(done) ? wrongField(done.field, done) : orProblem(done))
