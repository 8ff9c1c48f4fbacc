import { sql } from 'kysely'
import type { Case } from '#capabilities/cases/contract/item.ts'
import type { Connection } from '#kernel/database/open.ts'
import { type Scope, within } from '#kernel/database/within.ts'
import { sees } from '#kernel/flow/unseen.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { cast, staffNames } from '../matrix/cast.ts'
import { tablesByDistrict } from '../tables.ts'
import { furnishedDistrict } from '../world.ts'
import { publicTables, readersOf } from './expected.ts'

export interface Probed {
  tables: number
  statements: number
  wrong: string[]
}

/** Whoever sees everything in their own district. */
const everything = { everything: true, guards: true, audits: true, words: true, places: [], party: 'x' }

/**
 * Row-level security alone: statements by hand, as the working roles, with no condition of the program's. Nothing crosses districts,
 * who reads writes nothing, what happened is not rewritten, and a read crosses no post.
 */
export async function probeBySql(): Promise<Probed> {
  const { database, district, other, cases, flow } = await furnishedDistrict()
  const wrong: string[] = []
  let statements = 0
  const tables = await within(database, { as: 'owner' }, tablesByDistrict)

  /** How many rows a statement touched or gave; -1 where it is not permitted at all. */
  async function touched(scope: Scope, statement: string): Promise<number> {
    statements += 1
    try {
      return await within(
        database,
        scope,
        async (connection) => {
          const result = await sql.raw(statement).execute(connection)
          return Math.max(Number(result.numAffectedRows ?? 0), result.rows.length)
        },
        () => false,
      )
    } catch (error) {
      if (error instanceof Error && /permission denied|row-level security|must be owner/.test(error.message)) return -1
      throw error
    }
  }

  const abroad: [string, Scope][] = [
    ['command', { as: 'command', district: other }],
    ['read', { as: 'read', district: other, sight: everything }],
  ]
  const here = `district = '${district}'`
  for (const table of tables) {
    for (const [role, scope] of abroad) {
      const seen = await touched(scope, `select 1 from ${table} where ${here}`)
      if (seen > 0 && !publicTables.has(table)) wrong.push(`${table}: ${role} of another district reads ${seen} rows`)
      for (const change of [`update ${table} set district = district where ${here}`, `delete from ${table} where ${here}`]) {
        const changed = await touched(scope, change)
        if (changed > 0) wrong.push(`${table}: ${role} of another district may ${change.split(' ')[0]} ${changed} rows`)
      }
    }
    const reader: Scope = { as: 'read', district, sight: everything }
    for (const change of [
      `update ${table} set district = district`,
      `delete from ${table}`,
      `insert into ${table} select * from ${table} limit 1`,
    ])
      if ((await touched(reader, change)) !== -1) wrong.push(`${table}: who reads may ${change.split(' ')[0]}`)
  }
  for (const table of ['record.events', 'record.seals', 'vault.looks', 'people.changes', 'people.sign_ins'])
    for (const change of [`update ${table} set district = district`, `delete from ${table}`]) {
      if (!tables.includes(table)) wrong.push(`${table}: there is no such table any more`)
      else if ((await touched({ as: 'command', district }, change)) !== -1)
        wrong.push(`${table}: the past may be changed: ${change}`)
    }

  // A read crosses no post: of each table that speaks of cases, everybody gets the rows of those they see, and no others.
  const items = await within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{ id: string }>`select id from cases.cases where district = ${district}`.execute(connection)
    return Promise.all(rows.map(({ id }) => itemOf(connection, id)))
  })
  async function itemOf(connection: Connection, id: string): Promise<Case> {
    const item = await cases.itemOf(connection, district, id)
    if (!item) throw new Error(`there is no case ${id}`)
    return item
  }
  const about = await within(database, { as: 'owner' }, tablesOfItems)
  for (const name of staffNames) {
    const [role, unit] = cast[name]
    const actor: Actor = { district, id: `cast-${name}`, name, role, unit: unit || district }
    const mine = new Set(items.filter((item) => sees(flow, actor, item)).map(({ id }) => id))
    for (const { table, column } of about) {
      const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
        statements += 1
        const { rows } = await sql<{ id: string }>`
          select distinct ${sql.id(column)}::text as id from ${sql.raw(table)} where district = ${district}`.execute(connection)
        return rows.map(({ id }) => id)
      }).catch((error: Error) => {
        if (/permission denied/.test(error.message)) return []
        throw error
      })
      const others = found.filter((id) => items.some((item) => item.id === id) && !mine.has(id))
      if (others.length > 0 && !readersOf[table]?.includes(role))
        wrong.push(`${table}: ${name} reads ${others.length} rows of cases that are not theirs to see`)
      if (table === 'cases.cases' && found.length !== mine.size)
        wrong.push(`${name} reads ${found.length} cases of their ${mine.size}`)
    }
  }
  return { tables: tables.length, statements, wrong }
}

/** Tables that speak of single items, and the column that names them. */
async function tablesOfItems(connection: Connection): Promise<{ table: string; column: string }[]> {
  const tables = await tablesByDistrict(connection)
  const { rows } = await sql<{ table: string; column: string }>`
    select format('%I.%I', table_schema, table_name) as table, column_name as column from information_schema.columns
    where column_name = 'item' or (table_schema = 'cases' and table_name = 'cases' and column_name = 'id')
    order by 1`.execute(connection)
  return rows.filter(({ table }) => tables.includes(table))
}
