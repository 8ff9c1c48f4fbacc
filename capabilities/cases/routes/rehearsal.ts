import { setImmediate as turn } from 'node:timers/promises'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { allow, attempt } from '#kernel/people/throttle.ts'
import { edit } from '#kernel/register/edit.ts'
import { editorOf, flawed } from '#kernel/register/hall.ts'
import { words } from '#kernel/words.ts'
import { Category } from '../catalogue/category.ts'
import { categoryRegister } from '../categoryRegister.ts'
import { Rehearsal } from '../contract/rehearsal.ts'
import { rehearsalOf, type Seen } from '../rehearsals.ts'
import { countable, otherwise } from '../rehearsing.ts'
import { latestCases } from '../store/latest.ts'
import { servedCategories } from '../store/served.ts'
import { turnsIn } from '../store/turns.ts'
import { visibleCases } from '../store/visible.ts'
import type { Room } from './room.ts'

/** So many of the latest cases are gone through, as long as there is time; then others get their turn. */
const most = 500
const longest = 5000
const atATime = 25

const allowed = allow({
  name: 'rehearsals',
  what: words('试算类别的改动', 'rehearsals of a changed category'),
  per: 'account',
  most: 30,
  minutes: 10,
})

/** How the latest cases would have gone with a changed category: looked at before it is saved, and nothing is written. */
export function addRehearsalRoutes(app: App, room: Room) {
  const { house, cases, districtOf } = room
  const { database, clock, ring } = house

  const body = Type.Object(
    {
      entry: Type.Unsafe<Category>(Category),
      version: Type.Integer({ minimum: 0, description: 'the version that you saw; 0 for a new one' }),
    },
    { additionalProperties: false },
  )
  const schema = {
    ...{ tags: ['registers', 'categories'], summary: '事项类别：最近 500 件会怎样办', body },
    response: { 200: Rehearsal, ...problems },
  }
  app.post('/api/registers/categories/rehearsal', { schema }, async (request) => {
    const actor = await editorOf({ app, house, districtOf }, categoryRegister, request)
    if (isRefusal(actor)) return problem(actor)
    const { district } = actor
    const slowed = await attempt(database, district, allowed, actor.id, clock())
    if (slowed) return problem(slowed)
    const { entry, version } = request.body
    const key = entry.code
    const judged = await edit(house, servedCategories, {
      ...{ actor, act: 'put', key: '', sent: '', preview: true },
      wanted: () => [{ key, entry, ends: null, basedOn: version }],
    })
    if (isRefusal(judged)) return problem(judged)
    if (judged.wrong.length > 0) return problem(flawed(judged.wrong), judged.wrong)

    const { rules, calendar, past } = await within(database, { as: 'command', district }, async (connection) => {
      const past = await latestCases(connection, ring, district, most)
      const [last, first] = [past[0], past.at(-1)].map((one) => (one ? Temporal.Instant.from(one.reportedAt) : clock()))
      // Of what came in at night somebody was on duty then, or nobody was.
      const turns = first && last ? await turnsIn(connection, district, first, last.add({ seconds: 1 })) : []
      const rules = { ...(await cases.rulesOf(connection, district)), turns }
      return { rules, calendar: await house.calendarOf(connection, district), past }
    })
    const standing = rules.categories.get(key)?.words ?? []
    const { words, rare } = countable(standing, entry.words, past)
    const draft = { ...entry, words }
    const drafted = { ...rules, categories: new Map(rules.categories).set(key, draft) }
    const changes = JSON.stringify(words) !== JSON.stringify(standing)
    const how = { before: rules, after: drafted, calendar, suggester: cases.suggester, otherWords: changes }
    const began = performance.now()
    const seen: Seen[] = []
    for (const one of past) {
      if (seen.length % atATime === 0) await turn()
      if (performance.now() - began > longest) break
      seen.push({ ...otherwise(one, how), id: one.id, number: one.number })
    }
    const told = rehearsalOf(seen, { of: past.length, rare })
    const mine = await within(database, { as: 'read', district, sight: sightOf(actor) }, (connection) =>
      visibleCases(
        connection,
        district,
        told.examples.map(({ id }) => id),
      ),
    )
    return { ...told, examples: told.examples.map(({ id, ...one }) => ({ ...one, ...(mine.has(id) && { id }) })) }
  })
}
