import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import { notFound } from '#kernel/flow/unseen.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { RelatedCase } from '../contract/answers.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'
import { categoryWords, type Rulebook } from '../rulebook.ts'
import { seesItsPlace, standingOf } from '../sight.ts'
import { Id, type Room, tags } from './room.ts'

/** So many cases that hang together with one are named; of more, the latest. */
const most = 50

/** How the cases stand that one came of, went on as, or is merged with: those of them that whoever asks sees. */
export function addRelatedRoutes(app: App, { house, cases }: Room) {
  const { database } = house
  const asVisitor = signedIn(house)
  app.get(
    '/api/cases/:id/related',
    { schema: { tags, summary: '相关的事项', params: Id, response: { 200: Type.Array(RelatedCase), ...problems } } },
    (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const rows = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await cases.itemOf(connection, district, request.params.id)
          if (!item) return undefined
          const rules = await cases.rulesOf(connection, district)
          const found = await findItems(connection, caseFlow, district, relatedTo(item, actor, rules))
          return found.map(({ item: { id, number, state, category, place } }) => ({
            ...{ id, number, state, matter: categoryWords(rules, category), place: place.label },
          }))
        })
        return rows ?? problem(notFound)
      }),
  )
}

/** The ids of what hangs together with a case directly, of which its page tells its reader (`show`). */
const relatedTo = (item: Case, actor: Actor, rules: Rulebook): string[] => [
  ...(item.state === 'merged' ? [item.parent] : []),
  ...('continuedAs' in item && item.continuedAs !== undefined && standingOf(item, actor, rules) !== 'reporter'
    ? [item.continuedAs]
    : []),
  ...(item.origin === undefined ? [] : [item.origin]),
  ...(seesItsPlace(item, actor) ? item.children.slice(-most) : []),
]
