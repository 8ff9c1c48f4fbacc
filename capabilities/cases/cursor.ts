import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { keyedBytes } from '#kernel/vault/suite.ts'
import type { Cursor, Part, Sort } from './store/conditions.ts'

/** Signs for whom and for which order a cursor was made, so that one from elsewhere is known as such. */
const mark = (ring: Keyring, { district, id, role, unit }: Actor, sort: Sort, { part, key, id: last }: Cursor) =>
  keyedBytes(ring.keyFor('cursor'), [district, id, role, unit, sort, part, key, last].join('\n'))
    .toString('base64url')
    .slice(0, 12)

export const writeCursor = (ring: Keyring, actor: Actor, sort: Sort, cursor: Cursor): string =>
  Buffer.from([cursor.part, cursor.key, cursor.id, mark(ring, actor, sort, cursor)].join(' ')).toString('base64url')

export function readCursor(ring: Keyring, actor: Actor, sort: Sort, text: string): Cursor | Refusal {
  const [part, key, id, given] = Buffer.from(text, 'base64url').toString().split(' ')
  if (!isPart(part) || key === undefined || id === undefined || given !== mark(ring, actor, sort, { part, key, id }))
    return refusal('badInput', '翻页位置无效，请从第一页重新打开', 'this cursor is not of this list: start from the first page')
  return { part, key, id }
}

const isPart = (text: string | undefined): text is Part => text === 'due' || text === 'newest'
