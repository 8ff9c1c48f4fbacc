import sharp from 'sharp'
import type { SeenCase } from '#capabilities/cases/contract/seen.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Calendar } from '#kernel/time/calendar.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Client, Reply } from './client.ts'
import type { Acknowledged, Journal } from './journal.ts'
import type { Message } from './messages.ts'
import type { PeopleAtPosts } from './people.ts'
import { chance } from './policy.ts'
import { clean, type Next, nextStep } from './steps.ts'

/** A message on its way through the loop. */
export interface Traveller {
  message: Message
  id?: string
  code?: string
  next?: Next | 'report'
  at: Temporal.Instant
  over: boolean
  /** What went wrong, if something did: a refusal that no real client would have met. */
  trouble?: string
}

export interface World {
  client: Client
  cookieOf: PeopleAtPosts
  calendar: Calendar
  district: string
  seed: number
  now: () => Temporal.Instant
  journal: Journal
  /** Codes of buildings, to choose places from. */
  buildings: readonly string[]
}

/** The travellers as the journal left them: those that it knows nothing of have yet to report. */
export function travellersOf(messages: readonly Message[], journal: readonly Acknowledged[]): Traveller[] {
  const known = Map.groupBy(journal, ({ message }) => message)
  return messages.map((message) => {
    const steps = known.get(message.id) ?? []
    const code = steps.find((step) => step.code !== undefined)?.code
    const [first] = steps
    const last = steps.at(-1)
    if (!first || !last) return { message, at: Temporal.Instant.from(message.at), next: 'report', over: false }
    return { message, id: first.id, ...(code !== undefined && { code }), at: Temporal.Instant.from(last.at), over: false }
  })
}

/** Lets one traveller take the step that is due: its actor looks at the case, then sends the command. */
export async function step(traveller: Traveller, world: World): Promise<void> {
  const { message, next } = traveller
  if (next === 'report') return report(traveller, world)
  const { id } = traveller
  if (id === undefined) return
  // After a restart nothing is planned: the dispatcher, who sees all, tells where the case stands.
  const by = next?.by ?? { role: 'dispatcher' as const, unit: world.district }
  const cookie = await cookieFor(by, traveller, world)
  const seen = await world.client('GET', `/api/cases/${id}`, { ...(cookie && { cookie }) })
  if (!seen.item) return stop(traveller, `cannot see the case: ${seen.because?.en}`)
  if (!next) return plan(traveller, seen.item, world)
  const chosen = next.choose(seen.item, seen.may ?? [])
  if (!chosen) return stop(traveller)
  const photos = chosen.wantsPhoto && seen.item.photosWanted.after ? { photos: [await photo(world, cookie)] } : {}
  const key = `replay-${world.seed}-${message.id}-${seen.item.version}-${chosen.command}`
  const reply = await world.client('POST', `/api/cases/${id}/${chosen.command}`, {
    ...(cookie && { cookie }),
    key,
    body: { ...chosen.input, ...photos },
  })
  if (!reply.done) return stop(traveller, `${chosen.command}: ${reply.status} ${reply.because?.en}`)
  world.journal.note({
    at: world.now().toString(),
    message: message.id,
    id,
    command: chosen.command,
    version: reply.done.version,
  })
  await look(traveller, reply, world)
}

async function report(traveller: Traveller, world: World): Promise<void> {
  const { message } = traveller
  const building = world.buildings[Math.floor(chance(world.seed, message.id, 'place') * world.buildings.length)]
  const words = clean(`${message.title ? `${message.title}\n` : ''}${message.body}`).slice(0, 4900)
  const reply = await world.client('POST', '/api/cases', {
    key: `replay-${world.seed}-${message.id}-report`,
    body: { words, place: { code: building } },
  })
  if (!reply.done || reply.id === undefined) return stop(traveller, `report: ${reply.status} ${reply.because?.en}`)
  traveller.id = reply.id
  const code = reply.secret?.queryCode
  if (code !== undefined) traveller.code = code
  world.journal.note({
    at: world.now().toString(),
    message: message.id,
    id: reply.id,
    command: 'report',
    version: reply.done.version,
    ...(code !== undefined && { code }),
  })
  await look(traveller, reply, world)
}

/** Plans from what the reply shows; where the case has left the sender's sight, the dispatcher looks in the next turn. */
async function look(traveller: Traveller, reply: Reply, world: World): Promise<void> {
  if (reply.view) return plan(traveller, reply.view.item, world)
  delete traveller.next
  traveller.at = world.now()
}

function plan(traveller: Traveller, item: SeenCase, world: World): void {
  const next = nextStep(item, traveller.message, { ...world, now: world.now() })
  if (next) Object.assign(traveller, { next, at: next.at })
  else stop(traveller)
}

function stop(traveller: Traveller, trouble?: string): void {
  traveller.over = true
  if (trouble !== undefined) traveller.trouble = trouble
}

async function cookieFor(by: Post | 'reporter', { code }: Traveller, { client, cookieOf }: World): Promise<string | undefined> {
  if (by !== 'reporter') return cookieOf(by)
  return (await client('POST', '/api/session/query-code', { body: { code } })).cookie
}

/** The photo that a closing standard asks for: made here, another shade for each day. */
async function photo({ client, now }: World, cookie: string | undefined): Promise<string> {
  const shade = Number(dayOf(now()).slice(-2)) * 8
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: { r: shade, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'after.jpg')
  return (await client('POST', '/api/files', { ...(cookie && { cookie }), body: form })).id ?? ''
}
