import { sql } from 'kysely'
import { settledStates } from '#capabilities/cases/settled.ts'
import { copyText } from '#kernel/database/bulk.ts'
import type { Connection } from '#kernel/database/open.ts'
import { dayOf, isoDay, numberOf } from '#kernel/time/zone.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { cut, type Known, type Part } from './cut.ts'

/** The tables whose rows are copied as they stand, and by which column they are a case's. */
const plainTables = [
  ['cases.cases', 'id'],
  ['cases.words', 'id'],
  ['cases.followers', 'id'],
  ['cases.seers', 'id'],
  ['cases.callers', 'id'],
  ['flow.limits', 'item'],
] as const

/** A case that is over, as its copies are made. */
export interface Template {
  id: string
  /** What was split from a case has its number with something behind: here without. */
  number: string
  /** By days since 1970. */
  reportedOn: number
  /** Its rows by table, as COPY reads them. */
  rows: ReadonlyMap<string, readonly Part[]>
  events: readonly { sequence: number; flow: string; command: string; at: readonly Part[]; body: readonly Part[] }[]
  secrets: readonly { id: string; subject: readonly Part[]; field: string; value: string }[]
}

/** Cases that name each other are copied together. */
export interface Family {
  cases: readonly Template[]
  lastEventAt: Temporal.Instant
}

interface Templates {
  families: readonly Family[]
  /** Whose words they hold. */
  subjects: ReadonlySet<string>
  /** The columns of the tables that `rows` are for. */
  columns: ReadonlyMap<string, readonly string[]>
}

interface Over {
  id: string
  number: string
  reportedAt: Date
}

/** The cases of a district that are over and came in before a moment, with all that is theirs. */
export async function readTemplates(
  connection: Connection,
  ring: Keyring,
  district: string,
  before: Temporal.Instant,
): Promise<Templates> {
  const families = await familiesOf(connection, district, before)
  const ids = families.flat().map(({ id }) => id)
  const secrets = await secretsOf(connection, ring, district, ids)
  const known: Known = {
    ids: new Set([...ids, ...secrets.map(({ id }) => id)]),
    numbers: new Set(families.flat().map(({ number }) => number)),
  }
  const over = new Map(families.flat().map((one) => [one.id, one]))
  const tables = new Map<string, { columns: string[]; parts: Map<string, Part[]> }>()
  for (const [table, by] of plainTables) {
    const columns = await columnsOf(connection, table)
    const rows = await rowsOf(connection, { district, table, by, columns }, ids)
    const partsOf = ({ item, cells }: Row) =>
      rowParts(columns, cells, (column, cell) => cellParts(column, cell, over.get(item), known))
    tables.set(table, {
      columns,
      parts: new Map([...Map.groupBy(rows, ({ item }) => item)].map(([item, some]) => [item, some.flatMap(partsOf)])),
    })
  }
  const events = Map.groupBy(await eventsOf(connection, district, ids), ({ item }) => item)
  const secretsBy = Map.groupBy(secrets, ({ item }) => item)
  const templateOf = ({ id, number, reportedAt }: Over): Template => ({
    ...{ id, number, reportedOn: dayNumber(reportedAt) },
    rows: new Map([...tables].map(([table, { parts }]) => [table, parts.get(id) ?? []])),
    events: (events.get(id) ?? []).map(({ sequence, flow, command, moment, body }) => ({
      ...{ sequence, flow, command, at: cut(moment, known), body: cut(body, known) },
    })),
    secrets: (secretsBy.get(id) ?? []).map((secret) => ({ ...secret, subject: cut(secret.subject, known) })),
  })
  return {
    subjects: new Set(secrets.map(({ subject }) => subject)),
    columns: new Map([...tables].map(([table, { columns }]) => [table, columns])),
    families: families.map((family) => ({
      cases: family.map(templateOf),
      lastEventAt: Temporal.Instant.fromEpochMilliseconds(
        Math.max(...family.flatMap(({ id }) => (events.get(id) ?? []).map(({ at }) => at.getTime()))),
      ),
    })),
  }
}

const dayNumber = (at: Date) => numberOf(dayOf(Temporal.Instant.fromEpochMilliseconds(at.getTime())))

/** The cases that are over, those that name each other together; none that names one that is not over. */
async function familiesOf(connection: Connection, district: string, before: Temporal.Instant): Promise<Over[][]> {
  const { rows } = await sql<Over & { over: boolean; text: string }>`
    select id, substring(number from '^\\d{4}-\\d+') as number, reported_at as "reportedAt", state = any (${settledStates}) as over, item::text as text
    from cases.cases where district = ${district} and reported_at < ${before.toString()} order by reported_at desc, id limit ${most}`.execute(
    connection,
  )
  const ids = new Set(rows.map(({ id }) => id))
  const leading = new Map<string, string>()
  const first = (id: string): string => {
    const next = leading.get(id)
    return next === undefined ? id : first(next)
  }
  const beyond = new Map<string, string>()
  for (const { id, text } of rows)
    for (const [named] of text.matchAll(uuids)) {
      if (!ids.has(named)) beyond.set(named, id)
      const [one, other] = [first(id), first(named)]
      if (ids.has(named) && one !== other) leading.set(one, other)
    }
  // What is named and was not read is a photo, or a case of which copies would lack something.
  const { rows: unread } = await sql<{ id: string }>`
    select id from cases.cases where district = ${district} and id = any (${[...beyond.keys()]})`.execute(connection)
  const cutApart = new Set(unread.map(({ id }) => first(beyond.get(id) ?? '')))
  return [...Map.groupBy(rows, ({ id }) => first(id))]
    .filter(([id, family]) => !cutApart.has(id) && family.every(({ over }) => over))
    .map(([, family]) => family)
}
/** So many cases, the latest, are templates enough, and fit into memory. */
const most = 10_000
const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

async function secretsOf(connection: Connection, ring: Keyring, district: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; item: string; subject: string; field: string }>`
    select id, item, subject, field from vault.secrets where district = ${district} and item = any (${ids})`.execute(connection)
  const references = rows.map(({ id }) => `vault:${id}`)
  const opened = await openSecrets(connection, ring, district, references)
  return rows.flatMap((row) => {
    const value = opened.get(`vault:${row.id}`)
    return value === undefined ? [] : [{ ...row, value }]
  })
}

async function eventsOf(connection: Connection, district: string, ids: readonly string[]) {
  const { rows } = await sql<{
    item: string
    sequence: number
    flow: string
    command: string
    at: Date
    moment: string
    body: string
  }>`select item, sequence, flow, command, at, at::text as moment, body from record.events
    where district = ${district} and item = any (${ids}) order by item, sequence`.execute(connection)
  return rows
}

async function columnsOf(connection: Connection, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
    order by attnum`.execute(connection)
  return rows.map(({ name }) => name)
}

type Cell = string | null
interface Row {
  item: string
  cells: Cell[]
}

/** The rows of some items, each cell as the database writes it. */
async function rowsOf(
  connection: Connection,
  { district, table, by, columns }: { district: string; table: string; by: string; columns: readonly string[] },
  ids: readonly string[],
): Promise<Row[]> {
  const cells = sql.join(columns.map((column) => sql`${sql.id(column)}::text`))
  const { rows } = await sql<Row>`select ${sql.id(by)} as item, array[${cells}] as cells from ${sql.table(table)}
    where district = ${district} and ${sql.id(by)} = any (${ids})`.execute(connection)
  return rows
}

const rowParts = (columns: readonly string[], cells: readonly Cell[], partsOf: (column: string, cell: Cell) => Part[]): Part[] =>
  columns.flatMap((column, index) => [...partsOf(column, cells[index] ?? null), index === columns.length - 1 ? '\n' : '\t'])

function cellParts(column: string, cell: Cell, of: Over | undefined, known: Known): Part[] {
  if (cell === null || !of) return ['\\N']
  const { id, number, reportedAt } = of
  if (column === 'tip') return [(copy) => copy.tip(id)]
  if (column !== 'seen') return cut(copyText(cell), known)
  // It is found by the halves of its number, and by the month in which it was reported.
  const lexemes = (text: string, day: string) => [
    ...text.split('-').map((half) => `'o${half}'`),
    `'d${day.slice(0, 7).replace('-', '')}'`,
  ]
  const day = dayNumber(reportedAt)
  const own = lexemes(number, isoDay(day))
  const others = cell.split(' ').filter((lexeme) => !own.includes(lexeme))
  return [...cut(copyText(others.join(' ')), known), (copy) => ` ${lexemes(copy.number(number), copy.day(day)).join(' ')}`]
}
