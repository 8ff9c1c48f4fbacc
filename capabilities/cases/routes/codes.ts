import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { networkOf } from '#kernel/http/addresses.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { openedBy, queryCodesAllowed } from '#kernel/people/codes.ts'
import { residentOf } from '#kernel/people/nameless.ts'
import { allow, attempt } from '#kernel/people/throttle.ts'
import { words } from '#kernel/words.ts'
import { CasesByCode } from '../contract/answers.ts'
import { caseFlow } from '../flow.ts'
import { rowOf } from '../row.ts'
import { type Room, tags } from './room.ts'

const allowed = allow({
  name: 'states by code',
  what: words('用查询码看办到哪一步', 'how cases stand, by their query codes'),
  per: 'address',
  most: 300,
  minutes: 15,
})

/**
 * How cases stand, for a phone that keeps their query codes: as lines of a list, with no session. A code that opens nothing is a try
 * like any other, and counted with those that are typed.
 */
export function addCodeRoutes(app: App, { house, cases, districtOf }: Room) {
  const { database, clock, ring } = house

  const Codes = Type.Object(
    { codes: Type.Array(Type.String({ minLength: 13, maxLength: 30 }), { minItems: 1, maxItems: 20, uniqueItems: true }) },
    { additionalProperties: false },
  )
  app.post(
    '/api/cases/by-code',
    { schema: { tags, summary: '用查询码看办到哪一步', body: Codes, response: { 200: CasesByCode, ...problems } } },
    async (request) => {
      const district = await districtOf(request)
      const { codes } = request.body
      const slowed =
        (await attempt(database, district, allowed, networkOf(request), clock())) ??
        (await attempt(database, district, queryCodesAllowed, networkOf(request), clock(), 0))
      if (slowed) return problem(slowed)
      const found = await within(database, { as: 'command', district }, async (connection) => {
        const opened = []
        for (const code of codes) opened.push({ code, ...(await openedBy(connection, ring, district, code)) })
        return opened
      })
      const wrong = found.filter(({ item }) => item === undefined).length
      const tried =
        wrong > 0 ? await attempt(database, district, queryCodesAllowed, networkOf(request), clock(), wrong) : undefined
      if (tried) return problem(tried)
      const rows = []
      for (const { code, flow, item, party } of found) {
        if (flow !== caseFlow.name || item === undefined || party === undefined) continue
        const reader = residentOf(district, party)
        // As whose it is: what left their sight is told to nobody by their code.
        const row = await within(database, { as: 'read', district, sight: sightOf(reader) }, async (connection) => {
          const known = await cases.itemOf(connection, district, item)
          return known && rowOf(known, await cases.rulesOf(connection, district), reader)
        })
        if (row) rows.push({ code, ...row })
      }
      return { rows }
    },
  )
}
