import { Type } from 'typebox'
import { lookInto, within } from '#kernel/database/within.ts'
import { fillIn, referencesIn } from '#kernel/flow/reveal.ts'
import { notFound } from '#kernel/flow/unseen.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { noteLook } from '#kernel/vault/looks.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { MergedReport } from '../contract/answers.ts'
import { sightIn, standingOf } from '../sight.ts'
import { mergedInto } from '../store/merged.ts'
import { Id, type Room, tags } from './room.ts'

/**
 * What the reporters of merged cases wrote, for whoever handles the one that they were merged into: that is where all of them are
 * solved. Each look is one that its reporter sees.
 */
export function addMergedRoutes(app: App, { house, cases }: Room) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/cases/:id/merged',
    { schema: { tags, summary: '并入的报单', params: Id, response: { 200: Type.Array(MergedReport), ...problems } } },
    (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const reading = { as: 'read', district, sight: sightOf(actor) } as const
        const found = await within(database, reading, async (connection) => {
          const item = await cases.itemOf(connection, district, request.params.id)
          return item && { item, standing: standingOf(item, actor, await cases.rulesOf(connection, district)) }
        })
        if (!found) return problem(notFound)
        const { item, standing } = found
        if (standing === 'reporter' || !sightIn(standing, item).words) return []
        // A unit that leads the one sees nothing else that lies there: it is led to these by the one that it sees.
        const merged = await within(database, { as: 'command', district }, (connection) => mergedInto(connection, item))
        for (const { id, reporter, words, where } of merged)
          await noteLook(database, actor, { item: id, subject: reporter, references: referencesIn([words, where]) }, clock())
        return within(database, reading, async (connection) => {
          const reports: MergedReport[] = []
          for (const { id, number, reportedAt, words, where, photos } of merged) {
            await lookInto(connection, id)
            const opened = await openSecrets(connection, ring, district, referencesIn([words, where]))
            const told = (text: string) => String(fillIn(text, opened))
            const report = { id, number, reportedAt, words: told(words), photos }
            reports.push({ ...report, ...(where !== undefined && { where: told(where) }) })
          }
          return reports
        })
      }),
  )
}
