import { randomUUID } from 'node:crypto'
import { foundDistrict } from '#bin/found.ts'
import type { Database } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/zone.ts'

/** The password that the first administrator is handed. */
export const handed = 'handed over once'

/** Founds a district as `linli district` does: one administrator, and nothing else. */
export async function foundNew(database: Database): Promise<string> {
  const code = `n${randomUUID().slice(0, 8)}`
  await foundDistrict(database, { code, name: '新区', day: dayOf(systemClock()), password: handed })
  return code
}

const square = [
  [
    [119, 36],
    [119.02, 36],
    [119.02, 36.01],
    [119, 36.01],
    [119, 36],
  ],
]
const outline = { type: 'Polygon', coordinates: square }
const point = { type: 'Point', coordinates: [119.005, 36.005] }
const file = (name: string, features: readonly object[]) => ({
  ...{ name, mimeType: 'application/geo+json' },
  buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
})
const feature = (geometry: object | null, properties: object) => ({ type: 'Feature', geometry, properties })

/** Its units, as its administrator has them in a file: a street, a community, an estate with a building, and one bureau. */
export const unitsOf = (district: string) =>
  file('units.geojson', [
    feature(null, { code: 'street-1', kind: 'street', form: 'street', name: '新城街道', parent: district }),
    feature(outline, { code: 'community-1', kind: 'community', name: '新城社区', parent: 'street-1' }),
    feature(point, { code: 'estate-1', kind: 'estate', name: '新苑小区', parent: 'community-1' }),
    feature(point, { code: 'estate-1-1', kind: 'building', name: '1号楼', parent: 'estate-1' }),
    feature(null, { code: 'urban', kind: 'bureau', name: '新区综合行政执法局', parent: district }),
  ])

/** Its people, as a sheet has them: who is needed before a first report can be closed, and no more. */
export const peopleOf = (district: string) => ({
  ...{ name: 'people.csv', mimeType: 'text/csv' },
  buffer: Buffer.from(
    [
      '姓名,电话或账号,岗位,单位或网格',
      `王新,wang.${district},网格员,新苑网格`,
      `卫新,wei.${district},派单员,`,
      `沈新,shen.${district},督办员,`,
      `赵新,zhao.${district},社区书记,新城社区`,
      `吴新,wu.${district},承办单位经办人,新区综合行政执法局`,
    ].join('\n'),
  ),
})

/** And its grids: one over the community, one in it. */
export const gridsFile = file('grids.geojson', [
  feature(outline, { code: 'grid-1', level: 1, name: '新城社区网格', community: 'community-1' }),
  feature(outline, { code: 'grid-1-1', level: 2, name: '新苑网格', community: 'community-1', parent: 'grid-1' }),
])
