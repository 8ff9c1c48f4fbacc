import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { countedCases } from '#capabilities/cases/metrics/countable.ts'
import { copyRow } from '#kernel/database/bulk.ts'
import { newId } from '#kernel/database/ids.ts'
import type { Connection, Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { isoDay, numberOf } from '#kernel/time/zone.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { dataKeysOf } from '#kernel/vault/store.ts'
import { daysLately } from '../cases/load.ts'
import { copier, moveOf, ownColumns } from './copying.ts'
import { indexesOf } from './indexes.ts'
import { readTemplates } from './templates.ts'

export interface CopiesAsked {
  district: string
  /** How many cases there are to be in all, or a few more: families are copied whole. */
  count: number
  /** Over how many years, up to now. */
  years: number
  now: Temporal.Instant
  /** Copies of before that day, such as `2026-11-01`, come without their events and words. */
  wholeSince?: string | undefined
}

/**
 * Fills a demo district until there are so many cases: copies those that are over, back through the years, by COPY in one transaction,
 * for which nobody else can read or write cases. Takes the login of the tables' owner. Gives how many cases and rows it wrote; what it
 * wrote is sealed and told to the planner, and its days wait to be tallied.
 */
export async function copyCases(
  { database, ring }: { database: Database; ring: Keyring },
  { district, count, years, now, wholeSince = '0001-01-01' }: CopiesAsked,
  progress: (line: string) => void,
): Promise<{ cases: number; rows: number }> {
  const scope = { as: 'owner', district } as const
  const there = await within(database, scope, (connection) => countedOf(connection, district))
  if (count <= there.cases) return { cases: 0, rows: 0 }
  const read = await within(database, scope, async (connection) => {
    const templates = await readTemplates(connection, ring, district, now.subtract({ hours: 24 * daysLately }))
    const since = new Map([...templates.subjects].map((subject) => [subject, now]))
    const { keys } = await dataKeysOf(connection, ring, district, since)
    const columns = new Map<string, readonly string[]>([...templates.columns, ...Object.entries(ownColumns)])
    const indexes = await indexesOf(connection, [...columns.keys()])
    return { ...templates, keys, columns, indexes }
  })
  const missing = count - there.cases
  if (read.families.length === 0) return { cases: 0, rows: 0 }

  const done = { cases: 0, rows: 0 }
  const days = new Set<number>()
  const firstWhole = numberOf(wholeSince)
  let made = new Map<string, string[]>()
  const copyFamily = copier({
    ...{ district, ring, keys: read.keys },
    numberIn(month) {
      const next = there.numbers.get(month) ?? 1
      there.numbers.set(month, next + 1)
      return `${month}-${String(next).padStart(5, '0')}`
    },
    isWhole: (day) => day >= firstWhole,
    add(table, rows) {
      const texts = made.get(table)
      if (texts) texts.push(rows)
      else made.set(table, [rows])
    },
  })
  /** Makes one more copy of everything, or of as much as is missing. */
  const makeCopy = async (copy: number) => {
    for (const [index, family] of read.families.entries()) {
      if (done.cases >= missing) return
      const move = moveOf(copy, family, { now, years })
      if (!move) continue
      for (const day of copyFamily(family, move)) days.add(day)
      done.cases += family.cases.length
      if (index % 32 === 0) await setImmediate()
    }
  }

  await database.inBulk(async ({ run, copy }) => {
    await run(read.indexes.drop)
    const write = async (tables: ReadonlyMap<string, string[]>, cases: number) => {
      for (const [table, texts] of tables) done.rows += await copy(table, read.columns.get(table) ?? [], texts)
      progress(`${cases} cases, ${done.rows} rows`)
    }
    // While the database takes one copy, the next is made.
    let writing = Promise.resolve()
    for (let turn = 1; done.cases < missing; turn += 1) {
      await Promise.all([makeCopy(turn), writing])
      writing = write(made, done.cases)
      made = new Map()
    }
    await writing
    const numbers = [...there.numbers].map(([month, next]) => copyRow([district, month, String(next)]))
    await run(`delete from cases.numbers where district = '${district}'`)
    await copy('cases.numbers', ['district', 'month', 'next'], numbers)
    const marks = [...days].map((day) => copyRow([district, countedCases.name, isoDay(day), newId()]))
    await copy('metric.marked', ['district', 'source', 'day', 'mark'], marks)
    progress('indexes')
    await run(read.indexes.create)
  })
  progress('seals')
  while (await sealDistrict(database, district, now));
  for (const table of [...read.columns.keys(), 'metric.marked'])
    await database.kysely.connection().execute((connection) => sql.raw(`vacuum analyze ${table}`).execute(connection))
  return done
}

/** How many cases there are, and which number is the next of each month. */
async function countedOf(connection: Connection, district: string) {
  const { rows } = await sql<{
    cases: number
  }>`select count(*)::integer as cases from cases.cases where district = ${district}`.execute(connection)
  const numbers = await sql<{ month: string; next: number }>`
    select month, next from cases.numbers where district = ${district}`.execute(connection)
  return { cases: rows[0]?.cases ?? 0, numbers: new Map(numbers.rows.map(({ month, next }) => [month, next])) }
}
