import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import { newId } from '#kernel/database/ids.ts'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { receivers } from '#kernel/place/redrawing/receivers.ts'
import { successorOf } from '#kernel/place/redrawing/successors.ts'
import { edit, type Served, type Wanted } from '#kernel/register/edit.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { groupsMove, helpersMove, isOn, type Left, type Standing } from '../moves.ts'
import { servedGroups, servedPartTime, servedReinforcements } from './served.ts'

/**
 * Looks at what hangs on grids that ended. Where another took a grid over, those who help there help in that one from then on, and its
 * chat group becomes that one's, unless that has its own; what nothing stands for ends. Each is an act of the register, in the name of the
 * system. Gives how many entries that were.
 */
export function following(house: House): (district: string) => Promise<number> {
  return async (district) => {
    const day = dayOf(house.clock())
    const left = await within(house.database, { as: 'command', district }, (connection) => leftBehind(connection, district, day))
    if (left.size === 0) return 0
    const here = { house, district, day, left }
    return (
      (await follow(here, servedReinforcements, (standing) => helpersMove(standing, left, day))) +
      (await follow(here, servedPartTime, (standing) => helpersMove(standing, left, day))) +
      (await follow(here, servedGroups, (standing) => groupsMove(standing, left, day)))
    )
  }
}

async function leftBehind(connection: Connection, district: string, day: string): Promise<Left> {
  const stands = sql`(ends is null or ends > ${day}::date)`
  const of = (table: string) => sql`select grid from ${sql.id('grids', table)} where district = ${district} and ${stands}`
  const hanging = await sql<{ grid: string }>`
    ${of('groups')} union ${of('reinforcements')} union ${of('part_time')} order by grid`.execute(connection)
  const grids = await sql<{ code: string }>`
    select code from place.grids where district = ${district} and starts <= ${day}::date and ${stands}`.execute(connection)
  const standing = new Set(grids.rows.map(({ code }) => code))
  const ended = hanging.rows.filter(({ grid }) => !standing.has(grid))
  if (ended.length === 0) return new Map()
  const taken = await receivers(connection, district, day)
  return new Map(ended.map(({ grid }) => [grid, successorOf(grid, taken, (one) => standing.has(one))]))
}

interface Here {
  house: House
  district: string
  day: string
  left: Left
}

/** Moves what moves, and ends what then still hangs on a grid that ended: also what the register's rules let stand nowhere else. */
async function follow<Schema extends TSchema, Facts>(
  { house, district, day, left }: Here,
  served: Served<Schema, Facts>,
  move: (standing: Standing<Static<Schema>>) => Wanted<Static<Schema>>[],
): Promise<number> {
  const unfit = new Set<string>()
  const act = async (name: 'put' | 'end', wanted: typeof move) => {
    let asked: Wanted<Static<Schema>>[] = []
    const done = await edit(house, served, {
      ...{ actor: systemOf(district), act: name, key: newId(), sent: [...left] },
      wanted: (standing) => {
        asked = wanted(standing)
        return asked
      },
    })
    if (isRefusal(done)) throw new Error(`what hung on grids that ended was refused: ${done.because.en}`)
    return { changed: done.entries.length, wrong: done.wrong.flatMap(({ index }) => asked[index]?.key ?? []) }
  }
  const fitting: typeof move = (standing) => move(standing).filter(({ key }) => !unfit.has(key))
  let moved = await act('put', fitting)
  while (moved.wrong.length > 0) {
    for (const key of moved.wrong) unfit.add(key)
    moved = await act('put', fitting)
  }
  const { changed, wrong } = await act('end', (standing) =>
    [...standing.values()].flatMap(({ key, entry, ends, version }) =>
      left.has(gridOf(entry)) && isOn({ ends }, day) ? [{ key, entry, ends: day, basedOn: version }] : [],
    ),
  )
  if (wrong.length > 0) throw new Error(`what hung on grids that ended did not end: ${wrong.join(', ')}`)
  return moved.changed + changed
}

const gridOf = (entry: unknown): string => String(Object(entry).grid)
