import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { from } from 'pg-copy-streams'

/** One transaction of the owner's that brings more rows than statements could carry. */
interface Bulk {
  /** Runs statements without parameters. */
  run: (statements: string) => Promise<void>
  /** Brings rows into a table by COPY, as `copyRow` writes them; each text holds whole rows. Gives how many they were. */
  copy: (table: string, columns: readonly string[], texts: Iterable<string>) => Promise<number>
}
export type InBulk = (work: (bulk: Bulk) => Promise<void>) => Promise<void>

/** A row as COPY reads it. Null is null. */
export function copyRow(cells: readonly (string | null)[]): string {
  let row = ''
  for (const [place, cell] of cells.entries()) row += `${place === 0 ? '' : '\t'}${cell === null ? '\\N' : copyText(cell)}`
  return `${row}\n`
}

/** A value, or a piece of one, as COPY reads it. Few have a sign that is written otherwise: to look for one takes less than to replace none. */
export const copyText = (text: string): string =>
  hasSign.test(text) ? text.replace(signs, (sign) => escapes[sign] ?? sign) : text
const hasSign = /[\\\t\n\r]/
const signs = /[\\\t\n\r]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** On the server at an address, which may be another each time: over a connection of its own. */
export const bulkOnServer =
  (address: () => string): InBulk =>
  async (work) => {
    const client = new pg.Client({ connectionString: address() })
    await client.connect()
    try {
      await client.query('begin')
      await work({
        run: async (statements) => void (await client.query(statements)),
        async copy(table, columns, texts) {
          const into = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`))
          await pipeline(Readable.from(gathered(texts)), into)
          return into.rowCount
        },
      })
      await client.query('commit')
    } finally {
      // What was not committed is undone as the connection ends.
      await client.end()
    }
  }

/** A message to the server for many rows: one for each would take longer than the rows. */
function* gathered(texts: Iterable<string>): Iterable<string> {
  let sum = ''
  for (const text of texts) {
    sum += text
    if (sum.length < mostGathered) continue
    yield sum
    sum = ''
  }
  if (sum !== '') yield sum
}
const mostGathered = 256 * 1024

export const bulkEmbedded =
  (pglite: PGlite): InBulk =>
  (work) =>
    pglite.transaction(async (transaction) => {
      await work({
        run: async (statements) => void (await transaction.exec(statements)),
        async copy(table, columns, texts) {
          const blob = new Blob([...texts])
          const { affectedRows } = await transaction.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], { blob })
          return affectedRows ?? 0
        },
      })
    })
