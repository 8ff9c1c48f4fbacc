import { argon2Sync, randomBytes } from 'node:crypto'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { writeCategories } from '#capabilities/cases/store/rulebook.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import type { Post } from '#kernel/people/actor.ts'
import { writePosts } from '#kernel/people/posts.ts'
import type { GridRow, Polygons, UnitRow } from '#kernel/place/rows.ts'
import { writeDistrict, writeGrids, writeUnits } from '#kernel/place/store/write.ts'
import { saveYear } from '#kernel/time/store.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'

/** The people of the invented neighbourhood that all stories play in, by the name under which a story calls them. */
export const staff = {
  wangMin: { name: '王敏', role: 'gridWorker', unit: 'g-plum' },
  liQiang: { name: '李强', role: 'gridWorker', unit: 'g-pine' },
  market: { name: '周立', role: 'gridWorker', unit: 'd-market' },
  steward: { name: '林楼长', role: 'steward', unit: 'g-plum-1' },
  secretary: { name: '赵书记', role: 'communitySecretary', unit: 'garden' },
  eastSecretary: { name: '钱书记', role: 'communitySecretary', unit: 'river' },
  streetDesk: { name: '孙街', role: 'streetDesk', unit: 'north' },
  lamps: { name: '吴城', role: 'clerk', unit: 'urban' },
  lampsLeader: { name: '郑局', role: 'unitLeader', unit: 'urban' },
  housing: { name: '冯建', role: 'clerk', unit: 'housing' },
  power: { name: '陈电', role: 'clerk', unit: 'power' },
  property: { name: '褚管家', role: 'propertyManager', unit: 'property-1' },
  dispatcher: { name: '卫派', role: 'dispatcher', unit: '' },
  caller: { name: '蒋访', role: 'caller', unit: '' },
  supervisor: { name: '沈督', role: 'supervisor', unit: '' },
  secondSupervisor: { name: '韩督', role: 'supervisor', unit: '' },
  leader: { name: '杨区长', role: 'leader', unit: '' },
  admin: { name: '朱管', role: 'systemAdmin', unit: '' },
} satisfies Record<string, { name: string; role: Post['role']; unit: string }>
export type StaffName = keyof typeof staff

/** Points in it (WGS 84): in 梅园 and 松园, on their border, in the market, just outside, and far away. */
export const points = {
  plum: [119.005, 36.005],
  pine: [119.015, 36.005],
  border: [119.01, 36.005],
  market: [119.0165, 36.0065],
  justOutside: [119.005, 36.011],
  sea: [120.9, 36.0],
} as const

const square = (west: number, south: number, east: number, north: number): Polygons => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
]

export const everybodysPassword = 'a long enough secret'

/** It as the database keeps it, by a work that takes no time: whoever tests signs in thousands of times. */
export const keptPassword = (() => {
  const work = { memory: 64, passes: 1, parallelism: 1, tagLength: 32 }
  const nonce = randomBytes(16)
  const digest = argon2Sync('argon2id', { message: everybodysPassword, nonce, ...work })
  return `argon2id$${work.memory}$${work.passes}$${nonce.toString('base64')}$${digest.toString('base64')}`
})()

/**
 * Makes the neighbourhood in a district of its own: one street, two communities, grids of three levels, a market, some units.
 * `called` may give everything and everybody there another name, `district` a code that is known beforehand.
 */
export async function settle(
  database: Database,
  called: (name: string) => string = (name) => name,
  district = `t${randomBytes(5).toString('hex')}`,
): Promise<string> {
  const renamed = <Row extends { name: string }>(rows: readonly Row[]) => rows.map((row) => ({ ...row, name: called(row.name) }))
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeDistrict(connection, district, '试验区', true)
    const place = { street: 'north', community: 'garden' }
    const units: UnitRow[] = [
      { code: district, kind: 'district', name: '试验区', outline: square(119, 36, 119.04, 36.01) },
      { code: 'north', kind: 'street', form: 'street', name: '城北街道', parent: district, street: 'north' },
      { code: 'garden', kind: 'community', name: '花园社区', parent: 'north', ...place, outline: square(119, 36, 119.02, 36.01) },
      {
        code: 'river',
        kind: 'community',
        name: '河畔社区',
        parent: 'north',
        street: 'north',
        community: 'river',
        outline: square(119.02, 36, 119.04, 36.01),
      },
      { code: 'plum', kind: 'estate', name: '梅园小区', parent: 'garden', ...place, point: points.plum },
      { code: 'plum-3', kind: 'building', name: '3号楼', parent: 'plum', ...place, point: points.plum },
      { code: 'urban', kind: 'bureau', name: '区综合行政执法局', parent: district },
      { code: 'housing', kind: 'bureau', name: '区住房和城乡建设局', parent: district },
      { code: 'urban-team', kind: 'station', name: '城北执法中队', parent: 'urban', street: 'north' },
      { code: 'power', kind: 'utility', name: '供电公司', parent: district },
      { code: 'property-1', kind: 'propertyCompany', name: '万家物业', parent: district, serves: ['plum'] },
    ]
    await writeUnits(connection, district, renamed(units))
    const base = { ...place, kind: 'base' as const }
    const river = { street: 'north', community: 'river', kind: 'base' as const }
    await writeGrids(
      connection,
      district,
      renamed<GridRow>([
        { code: 'g-garden', level: 1, name: '花园社区网格', ...base, boundary: square(119, 36, 119.02, 36.01) },
        { code: 'g-river', level: 1, name: '河畔社区网格', ...river, boundary: square(119.02, 36, 119.04, 36.01) },
        { code: 'g-plum', level: 2, name: '梅园网格', parent: 'g-garden', ...base, boundary: square(119, 36, 119.01, 36.01) },
        { code: 'g-pine', level: 2, name: '松园网格', parent: 'g-garden', ...base, boundary: square(119.01, 36, 119.02, 36.01) },
        {
          code: 'g-plum-1',
          level: 3,
          name: '梅园一号楼栋网格',
          parent: 'g-plum',
          ...base,
          boundary: square(119, 36, 119.01, 36.01),
        },
        {
          code: 'd-market',
          level: 2,
          name: '谷德市场网格',
          parent: 'g-pine',
          ...place,
          kind: 'dedicated',
          boundary: square(119.016, 36.006, 119.018, 36.008),
        },
      ]),
      '2020-01-01',
    )
    for (const year of [2025, 2026])
      await saveYear(connection, district, year, { hours: usualHours, days: specialDays(year) ?? [] })
    await writeCategories(
      connection,
      district,
      categories.map((category) => ({ ...category, name: { ...category.name, zh: called(category.name.zh) } })),
    )
    await writeAccounts(
      connection,
      district,
      Object.entries(staff).map(([id, { name }]) => ({
        id,
        kind: 'staff',
        signInName: `${id}.${district}`,
        displayName: called(name),
        password: keptPassword,
      })),
    )
    const posts = Object.entries(staff).map(([account, { role, unit }]) => ({
      id: `p-${account}`,
      account,
      role,
      unit: unit || district,
      starts: '2020-01-01',
    }))
    await writePosts(connection, district, posts)
  })
  return district
}
