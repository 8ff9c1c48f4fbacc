import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { Problem, problem, problems } from '#kernel/http/problem.ts'
import { edit } from '#kernel/register/edit.ts'
import { EditHeaders, editorOf, flawed, reading } from '#kernel/register/hall.ts'
import { allEntries } from '#kernel/register/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { categories } from '../catalogue/categories.ts'
import { categoryRegister } from '../categoryRegister.ts'
import { Adopt, Adopted, StartingSet } from '../contract/starting.ts'
import { awaited, bodiesOf, notThere, startingWith } from '../starting.ts'
import { servedCategories } from '../store/served.ts'
import type { Room } from './room.ts'

/** The categories that a district can start with: what they need, and adopting them as a whole. Each is the district's own from then on. */
export function addStartingRoutes(app: App, { house, districtOf }: Room) {
  const { database, clock } = house
  const hall = { app, house, districtOf }
  const tags = ['registers', 'categories']
  const path = '/api/registers/categories/starting-set'

  app.get(
    path,
    { schema: { tags, summary: '事项类别：可以采用的起步目录', response: { 200: StartingSet, ...problems } } },
    async (request) => {
      const actor = await editorOf(hall, categoryRegister, request)
      if (isRefusal(actor)) return problem(actor)
      const { district } = actor
      return within(database, { as: 'command', district }, async (connection) => {
        const standing = await allEntries(connection, categoryRegister, district)
        const rules = await servedCategories.facts(connection, district, dayOf(clock()))
        const missing = notThere(standing)
        return {
          categories: categories.length,
          there: categories.length - missing.length,
          bodies: bodiesOf(missing, rules),
        }
      })
    },
  )

  const schema = {
    ...{ tags, summary: '事项类别：采用起步目录', headers: EditHeaders, body: Adopt },
    response: { 200: Adopted, 409: Problem, ...problems },
  }
  app.post(path, { schema }, async (request) => {
    const actor = await editorOf(hall, categoryRegister, request)
    if (isRefusal(actor)) return problem(actor)
    const { units } = request.body
    const done = await edit(house, servedCategories, {
      ...{ actor, act: 'put', key: request.headers['idempotency-key'], sent: units },
      wanted: (standing) =>
        startingWith(notThere(standing), units).adopted.map((entry) => ({ key: entry.code, entry, ends: null, basedOn: 0 })),
    })
    if (isRefusal(done)) return problem(done)
    const { wrong } = done
    if (wrong.length > 0) return problem(flawed(wrong), wrong)
    const standing = await within(database, reading({ district: actor.district, actor }), (connection) =>
      allEntries(connection, categoryRegister, actor.district),
    )
    return {
      ...{ repeated: done.repeated, added: done.entries.length },
      waiting: startingWith(notThere(standing), units).waiting.map((one) => ({
        ...{ code: one.code, name: one.name, lead: awaited(one) },
      })),
    }
  })
}
