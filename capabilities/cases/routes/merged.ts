import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { fillIn, referencesIn } from '#kernel/flow/reveal.ts'
import { notFound } from '#kernel/flow/unseen.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { lookOnce, opened } from '#kernel/vault/looks.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { MergedReport } from '../contract/answers.ts'
import { readsMerged } from '../sight.ts'
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
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await cases.itemOf(connection, district, request.params.id)
          return item && { item, reads: readsMerged(item, actor, await cases.rulesOf(connection, district)) }
        })
        if (!found) return problem(notFound)
        const { item, reads } = found
        if (!reads) return []
        // Whoever leads the one sees nothing else that lies there, and is led to these by the one that they see. The looks are
        // committed with this transaction, before anything goes out.
        return within(database, { as: 'command', district }, async (connection) => {
          const merged = await mergedInto(connection, item)
          const secrets = await openSecrets(connection, ring, district, referencesIn(merged.map(written)))
          const reports: MergedReport[] = []
          for (const { id, number, reportedAt, reporter, place, words, where, photos } of merged) {
            const told = (text: string) => String(fillIn(text, secrets))
            const shown = { ...(where !== undefined && { where: told(where) }), words: told(words) }
            // What was erased is shown as nothing, and was not looked at.
            const fields = Object.entries(shown).flatMap(([field, text]) => (text === '' ? [] : [field]))
            const look = { subject: reporter, item: id, fields, reason: opened }
            if (fields.length > 0) await lookOnce(connection, actor, look, clock())
            reports.push({ id, number, reportedAt, place: place.label, photos, ...shown })
          }
          return reports
        })
      }),
  )
}

const written = ({ words, where }: { words: string; where?: string }) => [words, where]
