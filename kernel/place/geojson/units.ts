import type { Connection } from '../../database/open.ts'
import { words } from '../../words.ts'
import { takeAlong } from '../admin/store/change.ts'
import { standsUnder } from '../kinds.ts'
import type { UnitRow } from '../rows.ts'
import { lockRules, raiseRules } from '../rules.ts'
import { type Candidate, type KnownUnit, known, shapeProblems } from '../store/check.ts'
import { gapsIn } from '../store/gaps.ts'
import { writeAliases, writeUnits } from '../store/write.ts'
import { aliasesIn, aliasRows, refuseTakenAliases } from './aliases.ts'
import { keepKinds } from './kinds.ts'
import { unitProperties } from './properties.ts'
import { type Feature, readFeatures } from './read.ts'
import { type Complaints, complaints, duplicate, type ImportOptions, type ImportReport, shapeComplaint } from './report.ts'
import { servedOnce } from './serving.ts'

/**
 * Imports units from a GeoJSON FeatureCollection: properties `code`, `name`, `kind`, `form`, `parent`, `serves`, `residents`, `aliases`; a Point, an outline, or
 * no geometry. Which street and community a unit lies in follows from its parents. What stands already keeps its days, and where it is if the
 * file does not say; one that ends is not brought back. Nothing is imported if anything is refused, unless `skip`. However many features, it
 * is a handful of queries; again for what is refused because of who serves an estate, and for each community or estate that moves.
 */
export async function importUnits(
  connection: Connection,
  district: string,
  collection: unknown,
  options: ImportOptions,
): Promise<ImportReport> {
  const { features, problems } = readFeatures(collection, options.system)
  await lockRules(connection, district)
  const wrong = complaints(problems)
  const rows = rowsOf(features, wrong)
  const table = await known(connection, district, [
    ...new Set([...rows.values()].flatMap(({ code, parent }) => [code, parent ?? ''])),
  ])
  const shapes = [...rows].flatMap(([index, row]) => shapesOf(index, row))
  const whole = [...rows].find(([, { kind, outline }]) => kind === 'district' && outline)
  for (const problem of await shapeProblems(connection, district, shapes, whole?.[0]))
    wrong.add(problem.index, rows.get(problem.index)?.code, shapeComplaint(problem))
  for (const [index, { code }] of rows)
    if (table.grids.has(code)) wrong.add(index, code, words(`代码 ${code} 已是一个网格的代码`, `a grid has the code ${code}`))
  for (const [index, { code }] of rows)
    if (table.units.get(code)?.ended)
      wrong.add(
        index,
        code,
        words(
          `单位 ${code} 已停用或定了停用日期：先在单位页撤销停用，或从文件中去掉`,
          `the unit ${code} has ended or is set to end: let it go on by its page first, or leave it out of the file`,
        ),
      )
  await keepKinds(connection, district, { rows, table: table.units, wrong, day: options.day })
  const named = namesOf(features, rows, wrong)
  await refuseTakenAliases(connection, district, named, wrong)
  const placed = await servedOnce(connection, district, {
    rows,
    placed: underParents(rows, table.units, wrong),
    wrong,
    day: options.day,
  })
  const refused = wrong.all()
  if (refused.length > 0 && !options.skip) return { imported: 0, replaced: 0, refused, gaps: [] }
  await writeUnits(connection, district, placed)
  for (const row of placed)
    if (hasMoved(row, table.units)) await takeAlong(connection, district, row.code, lying(row), options.day)
  const taken = new Set(placed.map(({ code }) => code))
  await writeAliases(
    connection,
    district,
    aliasRows(
      'unit',
      named.filter(({ code }) => taken.has(code)),
    ),
  )
  if (placed.length > 0) await raiseRules(connection, district)
  const outlined = placed.filter(({ kind, outline }) => kind === 'community' && outline)
  const gaps = await gapsIn(
    connection,
    district,
    outlined.map(({ code }) => code),
    options.day,
  )
  return { imported: placed.length, replaced: 0, refused, gaps }
}

/** Whether a community or an estate goes to another place, and what lies in it with it: as by hand. */
function hasMoved({ code, kind, parent }: UnitRow, table: ReadonlyMap<string, KnownUnit>): boolean {
  const before = table.get(code)
  if (!before || (kind !== 'community' && kind !== 'estate')) return false
  return before.parent !== (parent ?? null) || before.kind !== kind
}

const lying = ({ kind, street, community }: UnitRow) => ({ kind, street: street ?? null, community: community ?? null })

function rowsOf(features: readonly Feature[], wrong: Complaints): Map<number, UnitRow> {
  const rows = new Map<number, UnitRow>()
  const seen = new Map<string, number>()
  for (const { index, properties, shape } of features) {
    const read = unitProperties(properties)
    if ('problem' in read) {
      wrong.add(index, typeof properties.code === 'string' ? properties.code : undefined, read.problem)
      continue
    }
    const first = seen.get(read.code)
    if (first !== undefined) wrong.add(index, read.code, duplicate(read.code, first))
    else rows.set(index, { ...read, ...(shape && ('point' in shape ? { point: shape.point } : { outline: shape.polygons })) })
    if (first === undefined) seen.set(read.code, index)
  }
  return rows
}

/** The other names of the units that are read, by their features. */
function namesOf(features: readonly Feature[], rows: ReadonlyMap<number, UnitRow>, wrong: Complaints) {
  return features.flatMap(({ index, properties }) => {
    const row = rows.get(index)
    const aliases = aliasesIn(properties.aliases)
    if (!row) return []
    if ('problem' in aliases) wrong.add(index, row.code, aliases.problem)
    return 'problem' in aliases ? [] : [{ index, code: row.code, aliases }]
  })
}

function shapesOf(index: number, { point, outline }: UnitRow): Candidate[] {
  if (outline) return [{ index, type: 'MultiPolygon', coordinates: outline }]
  return point ? [{ index, type: 'Point', coordinates: point }] : []
}

/**
 * The units that stand under a parent of the right kind, with the street and the community that follow from it. From the top down: what
 * is left over when no more finds its parent has none, or only itself.
 */
function underParents(rows: ReadonlyMap<number, UnitRow>, table: ReadonlyMap<string, KnownUnit>, wrong: Complaints): UnitRow[] {
  const above = new Map(table)
  for (const [index, { code }] of rows) if (!wrong.refuses(index)) above.delete(code)
  const placed: UnitRow[] = []
  let waiting = [...rows].filter(([index]) => !wrong.refuses(index))
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    waiting = waiting.filter(([, row]) => {
      const parent = row.parent === undefined ? undefined : above.get(row.parent)
      const allowed: readonly string[] = standsUnder[row.kind]
      if (row.parent !== undefined && !(parent && !parent.ended && allowed.includes(parent.kind))) return true
      const street = row.kind === 'street' ? row.code : (parent?.street ?? null)
      const community = row.kind === 'community' ? row.code : (parent?.community ?? null)
      above.set(row.code, { kind: row.kind, parent: row.parent ?? null, street, community, ended: false })
      placed.push({ ...row, ...(street !== null && { street }), ...(community !== null && { community }) })
      return false
    })
  }
  for (const [index, { code, parent, kind }] of waiting)
    wrong.add(
      index,
      code,
      words(
        `没有代码为 ${parent} 的上级单位,或已停用,或其类型不能作为上级(应为 ${standsUnder[kind].join('、')})`,
        `there is no unit ${parent} for it to stand under, or it ends, or is not of the right kind (${standsUnder[kind].join(', ')})`,
      ),
    )
  return placed
}
