import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { note } from '../people/admin/trail.ts'
import { signedIn } from '../people/signedIn.ts'
import { allow, attempt } from '../people/throttle.ts'
import { dayOf } from '../time/zone.ts'
import { Words, words } from '../words.ts'
import { System } from './coordinates.ts'
import { importGrids } from './geojson/grids.ts'
import type { ImportReport } from './geojson/report.ts'
import { importUnits } from './geojson/units.ts'

/** A district's grids as GeoJSON are some megabytes. */
const bodyLimit = 40 * 1024 * 1024
/** A whole district is checked for each. */
const allowed = allow({
  name: 'imports of places',
  what: words('导入单位或网格', 'imports of units or grids'),
  per: 'account',
  most: 60,
  minutes: 10,
})

const imports = { grids: importGrids, units: importUnits }

/** Importing units and grids from GeoJSON, with a report by feature: all or nothing, unless told to skip what is refused. */
export function addImportRoutes(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const params = Type.Object({ what: Type.Enum(['grids', 'units']) })
  const querystring = Type.Object(
    {
      system: System,
      skip: Type.Optional(Type.Boolean()),
      preview: Type.Optional(Type.Boolean({ description: 'reports, and changes nothing' })),
    },
    { additionalProperties: false },
  )
  const body = Type.Object({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(Type.Unknown(), { maxItems: 20_000 }),
  })
  const Refused = Type.Object({ index: Type.Optional(Type.Integer()), code: Type.Optional(Type.String()), problem: Words })
  const Gap = Type.Object({
    community: Type.String(),
    name: Type.String(),
    level: Type.Integer(),
    area: Type.Number({ description: 'square metres that no grid of the level covers' }),
    longitude: Type.Number({ description: 'of a point in its largest piece, WGS 84' }),
    latitude: Type.Number(),
  })
  const Report = Type.Object({
    imported: Type.Integer(),
    replaced: Type.Integer(),
    refused: Type.Array(Refused),
    gaps: Type.Array(Gap, { description: 'a warning: what base grids leave to nobody' }),
  })
  const schema = {
    tags: ['places'],
    summary: '导入单位或网格（GeoJSON）',
    params,
    querystring,
    body,
    response: { 200: Report, ...problems },
  }

  app.post('/api/import/:what', { schema, bodyLimit }, (request) =>
    asVisitor(request, async ({ actor }) => {
      const { district } = actor
      if (actor.role !== 'systemAdmin')
        return problem(refusal('notYou', '只有系统管理员可以导入', 'only the system administrator imports places'))
      const { system, skip = false, preview = false } = request.query
      const { what } = request.params
      const now = clock()
      const slowed = await attempt(database, district, allowed, actor.id, now)
      if (slowed) return problem(slowed)
      // As the owner: sheets of places are written in one statement, which row-level security does not allow on a cluster.
      const report = await within(
        database,
        { as: 'owner', district },
        async (connection) => {
          const done = await imports[what](connection, district, request.body, { system, skip, day: dayOf(now) })
          const { imported, replaced, refused, gaps } = done
          const told = { what, imported, replaced, refused: refused.length, gaps: gaps.length }
          if (imported > 0) await note(connection, actor, now, { what: 'places imported', subject: district, told })
          return done
        },
        ({ imported }) => imported > 0 && !preview,
      )
      return report.imported > 0 || preview ? report : nothingImported(report)
    }),
  )
}

/** All or nothing, and it was nothing: which features are wrong, and why. */
function nothingImported({ refused }: ImportReport) {
  const fields = refused
    .slice(0, 100)
    .map(({ index, code, problem: because }) => ({ field: code ?? `features.${index ?? 0}`, because }))
  const count = refused.length
  return problem(
    refusal('badInput', `${count} 个要素有误，全部未导入，请改正后重试`, `${count} features are wrong: nothing was imported`),
    fields,
  )
}
