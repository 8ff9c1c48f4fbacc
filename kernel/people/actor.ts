import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { Sight } from '../database/within.ts'
import { keysOf } from '../words.ts'
import { type Role, roles } from './roles.ts'

/** A role at a unit or grid. It is what holds work; people come and go behind it. */
export const Post = Type.Object(
  { role: Type.Enum(keysOf(roles)), unit: Type.String({ maxLength: 60 }) },
  { additionalProperties: false },
)
export type Post = Static<typeof Post>

/** Whoever sends a command or asks to see something: a person at one of their posts, a resident, or the system. */
export interface Actor {
  district: string
  /** The account; for a reporter without one, the party that their query code stands for. */
  id: string
  /** As others see it: a staff member's name. Residents are never named here. */
  name: string
  role: Role
  /** The unit or grid of the post; none for residents. */
  unit?: string
}

export const holds = (actor: Actor, post: Post | undefined): boolean =>
  post !== undefined && actor.role === post.role && actor.unit === post.unit

/** The system itself, when a time has come. Its commands go down the same path as anybody's. */
export const systemOf = (district: string): Actor => ({ district, id: 'system', name: '系统', role: 'system' })

/** What is somebody's own, and nothing else; with no name, what everybody may see. */
export const ownSight = (party = ''): Sight => ({ everything: false, places: [], party })

/** What an actor may see, for row-level security. */
export function sightOf(actor: Actor): Sight {
  const reach = roles[actor.role].sees
  return {
    everything: reach === 'district',
    guards: 'guards' in roles[actor.role],
    audits: 'audits' in roles[actor.role],
    words: reach === 'district' && !('oversees' in roles[actor.role]),
    places: reach === 'place' && actor.unit !== undefined ? [actor.unit] : [],
    party: actor.id,
  }
}
