import type { Connection } from '../../database/open.ts'
import { words } from '../../words.ts'
import type { GridRow } from '../rows.ts'
import { lockRules, raiseRules } from '../rules.ts'
import { changingLater, known, lyingIn, overlaps, shapeProblems } from '../store/check.ts'
import { gapsIn } from '../store/gaps.ts'
import { writeAliases, writeGrids } from '../store/write.ts'
import { leftBehind, unfitParent } from './above.ts'
import { aliasesIn, aliasRows, type GivenAlias, refuseTakenAliases } from './aliases.ts'
import { gridProperties } from './properties.ts'
import { readFeatures } from './read.ts'
import { type Complaints, complaints, duplicate, type ImportOptions, type ImportReport, shapeComplaint } from './report.ts'

/**
 * Imports grids from a GeoJSON FeatureCollection: properties `code`, `name`, `level` (1–3), `kind` (base, dedicated), `community`,
 * `parent`, `aliases`; a Polygon or MultiPolygon. Nothing is imported if anything is refused, unless `skip`. A code that stands already
 * gets its new boundary from `day` on, unless a change of it is decided for a day to come. Seven checking queries and three writing ones, however many features.
 */
export async function importGrids(
  connection: Connection,
  district: string,
  collection: unknown,
  options: ImportOptions,
): Promise<ImportReport> {
  const { features, problems } = readFeatures(collection, options.system)
  await lockRules(connection, district)
  const wrong = complaints(problems)
  const drafts: Draft[] = []
  for (const { index, properties, shape } of features) {
    const read = gridProperties(properties)
    const code = typeof properties.code === 'string' ? properties.code : undefined
    const aliases = aliasesIn(properties.aliases)
    if ('problem' in read) wrong.add(index, code, read.problem)
    else if ('problem' in aliases) wrong.add(index, code, aliases.problem)
    else if (!shape || !('polygons' in shape))
      wrong.add(index, code, words('网格须为面或多面', 'a grid must be a Polygon or MultiPolygon'))
    else drafts.push({ index, code: read.code, aliases, row: { ...read, street: '', boundary: shape.polygons } })
  }
  refuseDuplicates(drafts, wrong)
  await refuseTakenAliases(connection, district, drafts, wrong)
  const table = await known(connection, district, [
    ...new Set(drafts.flatMap(({ row }) => [row.code, row.community, row.parent ?? ''])),
  ])
  for (const { index, row } of drafts) {
    const community = table.units.get(row.community)
    if (community?.kind !== 'community' || community.street === null)
      wrong.add(index, row.code, words(`没有代码为 ${row.community} 的社区`, `there is no community ${row.community}`))
    else if (community.ended)
      wrong.add(index, row.code, words(`社区 ${row.community} 已停用`, `the community ${row.community} ends`))
    else row.street = community.street
    if (table.units.has(row.code))
      wrong.add(index, row.code, words(`代码 ${row.code} 已是一个单位的代码`, `a unit has the code ${row.code}`))
  }
  const later = await changingLater(
    connection,
    district,
    drafts.map(({ row }) => row.code),
    options.day,
  )
  for (const { index, row } of drafts) {
    const on = later.get(row.code)
    if (on !== undefined)
      wrong.add(
        index,
        row.code,
        words(
          `网格 ${row.code} 定于 ${on} 有变动：那天之后再导入，或从文件中去掉`,
          `the grid ${row.code} changes on ${on}, as was decided: import it after that day, or leave it out of the file`,
        ),
      )
  }
  const standing = () => drafts.filter(({ index }) => !wrong.refuses(index))
  const shapes = standing().map(({ index, row }) => ({ index, type: 'MultiPolygon' as const, coordinates: row.boundary }))
  const byIndex = new Map(drafts.map(({ index, row }) => [index, row]))
  for (const problem of await shapeProblems(connection, district, shapes))
    wrong.add(problem.index, byIndex.get(problem.index)?.code, shapeComplaint(problem))
  const base = standing().filter(({ row }) => row.kind === 'base')
  const found = await overlaps(
    connection,
    district,
    base.map(({ index, row: { code, level, boundary } }) => ({ index, code, level, boundary })),
  )
  const below = await lyingIn(
    connection,
    district,
    standing().map(({ row }) => row.code),
    options.day,
  )
  // A refused grid may have been the parent of others, or have made room for them: until nothing more falls.
  for (let before = -1; before !== standing().length; ) {
    before = standing().length
    const codes = new Map(standing().map(({ row }) => [row.code, row]))
    for (const { index, row } of standing()) {
      const problem = unfitParent(row, codes, table.grids) ?? leftBehind(row, codes, table.grids, below)
      if (problem) wrong.add(index, row.code, problem)
    }
    for (const { index, otherIndex, otherCode } of found)
      if (otherIndex === null ? !codes.has(otherCode) : !wrong.refuses(otherIndex))
        wrong.add(
          index,
          byIndex.get(index)?.code,
          words(`与同级网格 ${otherCode} 重叠`, `overlaps the grid ${otherCode} of the same level`),
        )
  }
  const refused = wrong.all()
  if (refused.length > 0 && !options.skip) return { imported: 0, replaced: 0, refused, gaps: [] }
  const rows = standing().map(({ row }) => row)
  const replaced = await writeGrids(connection, district, rows, options.day)
  await writeAliases(connection, district, aliasRows('grid', standing()))
  if (rows.length > 0) await raiseRules(connection, district)
  const tiled = new Set(rows.filter(({ kind }) => kind === 'base').map(({ community }) => community))
  const gaps = await gapsIn(connection, district, [...tiled], options.day)
  return { imported: rows.length, replaced, refused, gaps }
}

interface Draft {
  index: number
  code: string
  aliases: readonly GivenAlias[]
  row: GridRow
}

function refuseDuplicates(drafts: readonly Draft[], wrong: Complaints): void {
  const seen = new Map<string, number>()
  for (const { index, row } of drafts) {
    const first = seen.get(row.code)
    if (first === undefined) seen.set(row.code, index)
    else wrong.add(index, row.code, duplicate(row.code, first))
  }
}
