import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Unit } from '../contract/branch.ts'
import { BranchAreas } from '../contract/seen.ts'
import { notTheirs, ownOf, tenders } from '../reach.ts'
import { areasAt } from '../store/areas.ts'
import { branchesIn } from '../store/covered.ts'
import { declaredAt } from '../store/declared.ts'
import { memberCounts } from '../store/members.ts'

const size = 10

/** What those read who tend a place: what is looked after at each branch. */
export function addTendingRoutes(app: App, house: House) {
  const { database, clock, ring } = house
  const tags = ['branches']
  const place = { street: Type.Optional(Unit), community: Type.Optional(Unit) }
  const from = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'how many were on the pages before' }))
  const closed = { additionalProperties: false }

  const Branches = Type.Object({ rows: Type.Array(BranchAreas), count: Type.Integer(), more: Type.Boolean() })
  app.get(
    '/api/branches/areas',
    {
      schema: {
        ...{ tags, summary: '各党支部的责任区', querystring: Type.Object({ ...place, from }, closed) },
        response: { 200: Branches, ...problems },
      },
    },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        if (!tenders.includes(actor.role)) return problem(notTheirs)
        const { district } = actor
        const { from: before = 0, ...asked } = request.query
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const day = dayOf(clock())
          const all = await branchesIn(connection, district, { ...asked, ...ownOf(actor) }, day)
          const page = all.slice(before, before + size)
          const estates = page.flatMap((branch) => branch.estates)
          const called = await namesAt(connection, district, estates, day)
          const declared = await declaredAt(connection, district, estates)
          const areas = await areasAt(connection, ring, district, estates)
          const rows = page.map(({ code, name, kind, secretary, estates: covers }) => ({
            ...{ code, name, kind, secretary },
            estates: covers.map((one) => ({ code: one, name: called.get(one) ?? one })),
            declared: covers.reduce((sum, one) => sum + (declared.get(one) ?? 0), 0),
            areas: areas.filter(({ estate }) => covers.includes(estate)),
          }))
          return { rows, count: all.length, more: all.length > before + size }
        })
        const codes = found.rows.map(({ code }) => code)
        const counts = await within(database, { as: 'command', district }, (connection) =>
          memberCounts(connection, district, codes),
        )
        return { ...found, rows: found.rows.map((row) => ({ ...row, members: counts.get(row.code)?.members ?? 0 })) }
      }),
  )
}
