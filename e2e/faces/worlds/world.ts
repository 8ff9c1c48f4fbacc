import { randomUUID } from 'node:crypto'
import { type APIRequestContext, request } from 'playwright-core'
import type { Role } from '#kernel/people/roles.ts'
import type { OpenHouse } from '../../openHouse.ts'

/** Somebody with a password, who works at one of their posts. */
export interface Somebody {
  account: string
  password: string
  /** Which of several posts. */
  role?: Role
}

/** A district as the faces are looked at in: with plenty, with nothing, with very long names. */
export interface World {
  name: string
  house: OpenHouse
  /** Who has a role here. A resident stands under `resident`, by password or by telephone. */
  people: Partial<Record<Role, Somebody | { phone: string }>>
  /** What stands in the addresses of single pages; nothing where there is none. */
  door: string
  bulletin?: string
  /** The address that a question was sent with. */
  question?: string
}

/** A hand that asks the interface of a world, from a device of its own, as nobody yet. */
export const handIn = ({ house }: Pick<World, 'house'>): Promise<APIRequestContext> =>
  request.newContext({
    baseURL: house.address,
    extraHTTPHeaders: { ...house.headers, 'linli-device': randomUUID() },
  })

/** Asks for something, or sends it; whatever is refused ends the run, and says why. Read as the caller expects it. */
export async function asked<Reply>(hand: APIRequestContext, path: string, data?: object): Promise<Reply> {
  const reply = await (data ? hand.post(path, { data, headers: { 'idempotency-key': randomUUID() } }) : hand.get(path))
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`)
  return JSON.parse(await reply.text())
}

const hands = new WeakMap<World, Map<string, Promise<APIRequestContext>>>()

/** The hand of whoever has a role in a world, signed in once for the whole run; nothing for a role that nobody has there. */
export function handOf(world: World, role: Role | undefined): Promise<APIRequestContext> | undefined {
  const known = hands.get(world) ?? new Map<string, Promise<APIRequestContext>>()
  hands.set(world, known)
  const somebody = role && world.people[role]
  if (role && !somebody) return undefined
  const found = known.get(role ?? '') ?? signedIn(world, somebody)
  known.set(role ?? '', found)
  return found
}

async function signedIn(world: World, somebody: Somebody | { phone: string } | undefined): Promise<APIRequestContext> {
  const hand = await handIn(world)
  if (somebody && 'phone' in somebody) {
    const { phone } = somebody
    await asked(hand, '/api/session/phone-code', { phone })
    await asked(hand, '/api/session/phone', { phone, code: world.house.cameTo(phone) })
  } else if (somebody) {
    const { account, password, role } = somebody
    await asked(hand, '/api/session', { account, password })
    if (role) await choosePost(hand, role)
  }
  return hand
}

async function choosePost(hand: APIRequestContext, role: Role): Promise<void> {
  const { posts } = await asked<{ posts: { id: string; role: string }[] }>(hand, '/api/session')
  const post = posts.find((one) => one.role === role)
  if (!post) throw new Error(`whoever signed in is no ${role}`)
  await asked(hand, '/api/session/post', { post: post.id })
}
