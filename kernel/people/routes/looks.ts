import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import type { App } from '../../http/app.ts'
import { problems } from '../../http/problem.ts'
import type { Headlines } from '../../record/headlines.ts'
import type { Headline } from '../../record/shown.ts'
import { looksAt } from '../../vault/looks.ts'
import { ownSight } from '../actor.ts'
import { LooksAtMe } from '../shown.ts'
import { signedIn } from '../signedIn.ts'
import { tags } from './reply.ts'

/** Who looked at one's own data, and for which of one's own items. */
export function addLookRoutes(app: App, house: House, headlines: Headlines) {
  const { database } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/looks',
    { schema: { tags, summary: '谁看过我的信息', response: { 200: LooksAtMe, ...problems } } },
    async (request) =>
      asVisitor(request, async (visitor) => {
        const { district, id } = visitor.actor
        const reading = { as: 'read', district, sight: ownSight(id) } as const
        return within(database, reading, async (connection) => {
          const rows = await looksAt(connection, district, id)
          const items = [...new Set(rows.flatMap(({ item }) => item ?? []))]
          const known = new Map<string, { flow: string; about: Headline }>()
          for (const [flow, of] of Object.entries(headlines))
            for (const [id, about] of items.length > 0 ? await of(connection, visitor.actor, items) : [])
              known.set(id, { flow, about })
          return rows.map(({ item, fields, masked, by_name, by_role, by_unit, reason, at }) => {
            const own = item === null ? undefined : known.get(item)
            return {
              ...{ fields, masked, by: by_name, role: by_role, reason, at: at.toISOString() },
              ...(item !== null && { item }),
              ...own,
              ...(by_unit !== null && { unit: by_unit }),
            }
          })
        })
      }),
  )
}
