import type { Part } from '#testing/parts.ts'
import { forgetAttempts } from '../attempts.ts'
import { watchChanges } from '../changes.ts'
import { type Description, doorsOf } from '../matrix/doors.ts'
import { furnishedDistrict } from '../world.ts'
import { halvesFor } from './halves.ts'
import { malformed } from './made.ts'
import { sendFile } from './send.ts'
import { photosAsServed } from './served.ts'
import { type Way, waysIn } from './ways.ts'

/** Longest that an answer may take, in milliseconds. */
const patience = 2000

/**
 * Sends 200 files that are not what they say they are by every way that takes a file: each is taken or refused, soon, and leaves nothing where it
 * is refused; so does what could be written with something wrong behind it. And looks for what hides in photos, wherever they are shown again.
 */
export const part: Part = async (goals, { quick }) => {
  const world = await furnishedDistrict()
  const { app, database, hands } = world
  const description: Description = JSON.parse((await app.inject({ url: '/openapi.json' })).body)
  const doors = doorsOf(description)
  const { ways, unknown } = waysIn(doors)
  goals.none('files: operations that take a file, and are sent none', unknown, `of ${ways.length}`)

  const seed = quick ? 1 : Math.floor(Math.random() * 1_000_000)
  const files = await malformed(200, seed)
  const found = { faults: [] as string[], slow: [] as string[], changes: [] as string[] }
  const halves = new Map<Way, Awaited<ReturnType<typeof halvesFor>>>()
  for (const way of ways) halves.set(way, await halvesFor(world, way))
  const { changed, end } = await watchChanges(database)
  const tried = new Map<Way, number>()
  let taken = 0
  let longest = 0

  async function send(way: Way, name: string, bytes: Buffer) {
    await forgetAttempts(database)
    await changed()
    tried.set(way, (tried.get(way) ?? 0) + 1)
    const { status, text, took } = await sendFile(world, hands.get(way.person), way, bytes)
    const about = `${way.route} ${way.what ?? ''} ${name}`
    longest = Math.max(longest, took)
    if (status >= 500) found.faults.push(`${about}: ${status} ${text.slice(0, 200)}`)
    if (took > patience) found.slow.push(`${about}: ${took.toFixed(0)} ms`)
    if (status < 400) taken += 1
    else {
      const written = (await changed()).filter((table) => !noted(way, table))
      found.changes.push(...written.map((table) => `${table} after ${status}: ${about}`))
    }
    return status
  }

  // Quick: one way that takes sheets after the other, since each is read in a thread of its own.
  let turn = 0
  for (const { name, kind, bytes } of files) {
    const fitting = ways.filter((way) => way.kind === kind)
    const chosen = quick && kind === 'sheet' ? fitting.slice(turn % fitting.length).slice(0, 1) : fitting
    if (kind === 'sheet') turn += 1
    for (const way of chosen) await send(way, name, bytes)
  }
  const unmade: string[] = []
  const taking: string[] = []
  for (const [way, made] of halves) {
    if (way.kind === 'photo') continue
    const looked = made && (await sendFile(world, hands.get(way.person), way, made.right, true))
    if (!made || !wouldBeWritten(looked)) unmade.push(`${way.route} ${way.what ?? ''}: ${looked?.text.slice(0, 200)}`)
    else if ((await send(way, 'half right', made.half)) < 400) taking.push(`${way.route} ${way.what ?? ''}`)
  }
  await end()

  const all = [...tried.values()].reduce((sum, one) => sum + one, 0)
  const of = `of ${all} files sent by ${tried.size} of ${ways.length} ways (seed ${seed}; ${taken} could be read all the same)`
  goals.none('files: faults of ours', found.faults, of)
  goals.none(`files: answers after more than ${patience} ms`, found.slow, `(the longest took ${longest.toFixed(0)} ms)`)
  goals.none('files: changes after a refusal', found.changes)
  goals.none('files: sheets and places of which a part was taken, or none could be', [...taking, ...unmade], `of ${halves.size}`)
  goals.none(
    'files: ways by which nothing was sent',
    ways.filter((way) => !tried.has(way)).map(({ route }) => route),
  )
  const shown = await photosAsServed(world, doors)
  goals.none('files: what hides in a photo, kept or shown', shown.told, `of ${shown.photos}, by ${shown.routes} operations`)
}

/** That somebody tried a sheet of people is noted, refused or not: by trying one learns which names there are. */
const noted = ({ route }: Way, table: string): boolean => route === 'POST /api/people/sheet' && table === 'people.changes'

/** Whether a look at a file found nothing wrong with it. */
function wouldBeWritten(looked: { status: number; text: string } | undefined): boolean {
  if (looked?.status !== 200) return false
  const { problems = [], refused = [] } = JSON.parse(looked.text)
  return problems.length + refused.length === 0
}
