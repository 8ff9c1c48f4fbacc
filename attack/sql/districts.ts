import { sql } from 'kysely'
import type { Connection, Database } from '#kernel/database/open.ts'
import { type Scope, within } from '#kernel/database/within.ts'
import { tablesByDistrict } from '../tables.ts'
import { asking } from './ask.ts'
import { publicTables } from './expected.ts'

/** Whoever sees everything in their own district. */
const everything = { everything: true, guards: true, audits: true, words: true, places: [], party: 'x' }

/** What happened is not rewritten. */
const thePast = ['record.events', 'record.seals', 'vault.looks', 'people.changes', 'people.sign_ins']

/** The rows of one district in a table, and one of them as a value that a statement can be made of. */
interface Held {
  rows: number
  row: string
}

/**
 * Statements by hand about one district as the working roles of another, with no condition of the program's: nothing is read, changed,
 * taken away, written into it or moved to it. Who reads writes nothing, and what happened is not rewritten. Each table has rows of both:
 * where there is nothing, nothing is tried.
 */
export async function probeDistricts(database: Database, district: string, other: string) {
  const { asked, touched } = asking(database)
  const { wrong } = asked
  const owner = { as: 'owner' } as const
  const tables = await within(database, owner, tablesByDistrict)
  const here = `district = '${district}'`
  const abroad: [string, Scope][] = [
    ['command', { as: 'command', district: other }],
    ['read', { as: 'read', district: other, sight: everything }],
  ]
  for (const table of tables) {
    const [ours, theirs] = await within(database, owner, (connection) =>
      Promise.all([district, other].map((of) => held(connection, table, of, district))),
    )
    if (!ours?.row || !theirs?.row) {
      wrong.push(`${table}: nothing was tried, it has ${ours?.rows} rows of the one district and ${theirs?.rows} of the other`)
      continue
    }
    for (const [role, scope] of abroad) {
      const seen = await touched(scope, `select 1 from ${table} where ${here}`)
      if (seen > 0 && !publicTables.has(table)) wrong.push(`${table}: ${role} of another district reads ${seen} rows`)
      for (const change of [`update ${table} set district = district where ${here}`, `delete from ${table} where ${here}`]) {
        const changed = await touched(scope, change)
        if (changed > 0) wrong.push(`${table}: ${role} of another district may ${change.split(' ')[0]} ${changed} rows`)
      }
      for (const [whose, { row }] of Object.entries({ 'a row of here': ours, 'a row of their own': theirs }))
        if ((await touched(scope, `insert into ${table} select (${quoted(row)}::${table}).*`)) !== -1)
          wrong.push(`${table}: ${role} of another district writes ${whose} into this one`)
      // Without a condition: one asks for the right to read, and what comes of it is held to what may be read as well.
      const moved = await touched(scope, `update ${table} set ${here}`)
      if (moved > 0) wrong.push(`${table}: ${role} of another district moves ${moved} rows of their own into this one`)
    }
    const reader: Scope = { as: 'read', district, sight: everything }
    for (const change of [
      `update ${table} set ${here}`,
      `delete from ${table}`,
      `insert into ${table} select (${quoted(ours.row)}::${table}).*`,
    ])
      if ((await touched(reader, change)) !== -1) wrong.push(`${table}: who reads may ${change.split(' ')[0]}`)
  }
  for (const table of thePast)
    for (const change of [`update ${table} set ${here}`, `delete from ${table}`]) {
      if (!tables.includes(table)) wrong.push(`${table}: there is no such table any more`)
      else if ((await touched({ as: 'command', district }, change)) !== -1)
        wrong.push(`${table}: the past may be changed: ${change}`)
    }
  return { tables: tables.length, ...asked }
}

/** What a table holds of a district, as its owner sees it; its row as it would stand in `into`. */
async function held(connection: Connection, table: string, of: string, into: string): Promise<Held> {
  const { rows: columns } = await sql<{ name: string }>`
    select format('%I', attname) as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(connection)
  const values = columns.map(({ name }) => (name === 'district' ? `'${into}'::text` : name))
  const { rows } = await sql
    .raw<{ row: string }>(`select row(${values.join(', ')})::text as row from ${table} where district = '${of}'`)
    .execute(connection)
  return { rows: rows.length, row: rows[0]?.row ?? '' }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
