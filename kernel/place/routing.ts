import type { Connection } from '../database/open.ts'
import type { Point } from './coordinates.ts'
import type { Located } from './located.ts'
import type { Own } from './own.ts'
import { estatesOfGrid } from './store/estates.ts'
import { type Grid, gridAt, type Unit, unitAt } from './store/find.ts'
import { communityGrid, gridChain, locatePoint, resolve } from './store/locate.ts'

/** How far outside of every grid a point may lie and still go to the nearest one. In metres. */
export const reach = 200

/** A place that a code or one of its other names leads to. */
export type Place = { type: 'unit'; unit: Unit; where: Located } | { type: 'grid'; grid: Grid; where: Located }

/** Where a point (WGS 84) lies on a day (`YYYY-MM-DD`): the deepest base grid that covers it; on a shared border always the same. */
export const locate = (connection: Connection, district: string, point: Point, day: string): Promise<Located> =>
  locatePoint(connection, district, point, day, reach)

/**
 * Where a unit lies: a building by its point, an estate no deeper than its level-2 grid, a community by its level-1 grid.
 * A unit's own community goes before what its point says. Nothing if there is no such unit on that day.
 */
export async function locateUnit(
  connection: Connection,
  district: string,
  code: string,
  day: string,
): Promise<Located | undefined> {
  const unit = await unitAt(connection, district, code, day)
  return unit && whereUnitIs(connection, district, unit, day)
}

/** Where a grid lies, with the grids above it; for a dedicated one also those beneath it. */
export async function locateGrid(
  connection: Connection,
  district: string,
  code: string,
  day: string,
): Promise<Located | undefined> {
  const grid = await gridAt(connection, district, code, day)
  return grid && whereGridIs(connection, district, grid, day)
}

/** What a QR code opens: the unit or grid with this code, or that an alias (grid code, address, door plate, printed code) leads to. */
export async function placeOf(
  connection: Connection,
  district: string,
  codeOrAlias: string,
  day: string,
): Promise<Place | undefined> {
  const found = await resolve(connection, district, codeOrAlias, day)
  if (found?.type === 'unit') {
    const unit = await unitAt(connection, district, found.code, day)
    return unit && { type: 'unit', unit, where: await whereUnitIs(connection, district, unit, day) }
  }
  const grid = found && (await gridAt(connection, district, found.code, day))
  return grid && { type: 'grid', grid, where: await whereGridIs(connection, district, grid, day) }
}

/** What is one's own by the code of one's unit or grid; nothing where there is none of that code. */
export async function ownBy(
  connection: Connection,
  district: string,
  code: string | undefined,
  day: string,
): Promise<Own | undefined> {
  const place = code === undefined ? undefined : await placeOf(connection, district, code, day)
  if (!place) return undefined
  const { street, community, dedicated, grid2 } = place.where
  if (place.type === 'unit') return { code: place.unit.code, street, community, estates: place.unit.serves }
  // A grid of level 3 is a part of an estate.
  const grid = dedicated ?? grid2 ?? place.grid.code
  const estates = await estatesOfGrid(connection, district, grid, day)
  return { code: place.grid.code, street, community, estates }
}

async function whereUnitIs(connection: Connection, district: string, unit: Unit, day: string): Promise<Located> {
  const { street, community, kind, point } = unit
  if (point && (kind === 'building' || kind === 'estate')) {
    const located = await locate(connection, district, point, day)
    const { grid3, ...above } = located
    if (located.how !== 'outside' && located.community === community) return kind === 'building' ? located : above
  }
  const grid1 = community && (await communityGrid(connection, district, community, day))
  return { how: 'inside', metres: 0, ...(street && { street }), ...(community && { community }), ...(grid1 && { grid1 }) }
}

async function whereGridIs(connection: Connection, district: string, grid: Grid, day: string): Promise<Located> {
  const { code, community, street, kind, parent } = grid
  const base = kind === 'base' ? code : parent
  const chain = base === undefined ? {} : await gridChain(connection, district, base, day)
  return { how: 'inside', metres: 0, street, community, ...chain, ...(kind === 'dedicated' && { dedicated: code }) }
}
