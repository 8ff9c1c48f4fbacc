import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal, type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { edit } from '#kernel/register/edit.ts'
import { EditHeaders, flawed } from '#kernel/register/hall.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Stations } from '../capability.ts'
import { StationCode } from '../contract/station.ts'
import { UnverifiedAsked, UnverifiedPage } from '../contract/tending.ts'
import { noStation, notYours } from '../refusals.ts'
import { servedStations } from '../store/facts.ts'
import { unitsOf } from '../store/tended.ts'
import { heldSince, mayTend, unverifiedOf } from '../tending.ts'

const size = 50

/** What whoever tends a station does about its facts: sees which were not confirmed for long, and confirms them. */
export function addTendingRoutes(app: App, house: House, { stationsOf }: Pick<Stations, 'stationsOf'>) {
  const { database, clock } = house
  const tags = ['stations']
  const asVisitor = signedIn(house)

  app.get(
    '/api/stations/unverified',
    {
      schema: {
        ...{ tags, summary: '待核实的驿站', description: '半年没有核实过的，最早的在前；看管单位和社区、街道各看自己的' },
        querystring: UnverifiedAsked,
        response: { 200: UnverifiedPage, ...problems },
      },
    },
    async (request) =>
      asVisitor(request, ({ actor }) =>
        within(database, { as: 'read', district: actor.district, sight: ownSight(actor.id) }, async (connection) => {
          const day = dayOf(clock())
          const below = await unitsOf(connection, actor, day)
          const own = [...(await stationsOf(connection, actor.district)).values()].filter((one) => mayTend(actor, one, below))
          const due = unverifiedOf(own, day)
          const { from = 0 } = request.query
          const page = due.slice(from, from + size)
          const names = await namesAt(connection, actor.district, [...new Set(page.map(({ community }) => community))], day)
          const rows = page.map((station) => {
            const { code, kind, name, address, openedOn, verifiedOn, community } = station
            return {
              ...{ code, kind, name, address, openedOn, ...(verifiedOn !== undefined && { verifiedOn }) },
              ...{ communityName: names.get(community) ?? community, since: heldSince(station) },
            }
          })
          return { rows, more: due.length > from + size }
        }),
      ),
  )

  const Verified = Type.Object({ verifiedOn: Type.String({ format: 'date' }) }, { additionalProperties: false })
  app.post(
    '/api/stations/:code/verify',
    {
      schema: {
        ...{ tags, summary: '核实：登记的内容今天还对', params: Type.Object({ code: StationCode }), headers: EditHeaders },
        response: { 200: Verified, ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { code } = request.params
        const today = dayOf(clock())
        const below = await within(database, { as: 'read', district: actor.district, sight: ownSight(actor.id) }, (connection) =>
          unitsOf(connection, actor, today),
        )
        const done = await edit(house, servedStations, {
          ...{ actor, act: 'put', key: request.headers['idempotency-key'], sent: { verify: code }, granted: true },
          wanted: (standing) => {
            const kept = standing.get(code)
            if (!kept || (kept.ends !== null && kept.ends <= today)) return noStation
            if (!mayTend(actor, kept.entry, below)) return notYours
            return [{ key: code, entry: { ...kept.entry, verifiedOn: today }, ends: kept.ends, basedOn: kept.version }]
          },
        })
        if (isRefusal(done)) return problem(done)
        if (done.wrong.length > 0) return problem(stale(done.wrong), done.wrong)
        return { verifiedOn: today }
      }),
  )
}

/** What is on record is wrong by now: it is put right in the register, and not confirmed as it is. */
function stale(wrong: Parameters<typeof flawed>[0]): Refusal {
  const { because } = flawed(wrong)
  return refusal(
    'badInput',
    `登记的内容有误，请社区先改正：${because.zh}`,
    `what is on record is wrong, put it right first: ${because.en}`,
  )
}
