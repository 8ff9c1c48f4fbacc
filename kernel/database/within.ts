import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { asking } from '../asking.ts'
import { signals } from '../signals.ts'
import { following, hold } from './hold.ts'
import type { Connection, Database } from './open.ts'

/**
 * Which rows a transaction may touch. Row-level security holds every statement to it, whatever the statement says:
 * - `command`: the one way through for commands. May write, in one district.
 * - `read`: what one person may see. Writes nothing.
 * - `owner`: set-up, import, sealing and verification; never on behalf of a request.
 */
export type Scope =
  | { as: 'command'; district: string }
  | { as: 'read'; district: string; sight: Sight }
  | { as: 'owner'; district?: string }

/** What a post lets its holder see: everything in the district, or what carries one of these units or grids, or is their own. */
export interface Sight {
  everything: boolean
  /** Of everything, also what is protected. */
  guards?: boolean
  /** Who looked at personal data in the district, and nothing of what they saw. */
  audits?: boolean
  /** Of everything, also finds what people wrote by their own words. */
  words?: boolean
  places: readonly string[]
  /** The account, or the nameless reporter of one case. */
  party: string
}

const running = new AsyncLocalStorage<{ database: Database; last: Promise<unknown>[] }>()

/**
 * Runs work in one transaction under a scope: commits when it returns, rolls back when it throws, or when what it returns
 * is not to be kept (a refusal). Hand its connection on. What begins it goes out with its first statement. Asking for another
 * transaction inside would wait for ever on the embedded database, which has a single connection, and is therefore refused at once on
 * both.
 */
export function within<Result>(
  database: Database,
  scope: Scope,
  work: (connection: Connection) => Promise<Result>,
  keep: (result: Result) => boolean = () => true,
): Promise<Result> {
  if (running.getStore()?.database === database) throw new Error('a transaction is already open here: pass its connection on')
  const last: Promise<unknown>[] = []
  return running.run({ database, last }, async () => {
    // The embedded database answers without a wait: whoever sent one transaction after the other would let nobody else in, and
    // no request be read, until the last was through.
    if (database.kind === 'embedded') await setImmediate()
    return hold(database, async (connection) => {
      const began = performance.now()
      const ended = (outcome: 'commit' | 'rollback' | 'failed') =>
        signals.transaction.tell({ as: scope.as, outcome, milliseconds: performance.now() - began })
      try {
        const begun = lastly(database.script(connection, `begin; ${nameOf(database)}${settings(scope)}`))
        const result = await work(following(connection, begun))
        const outcome = keep(result) ? 'commit' : 'rollback'
        lastly(database.script(connection, outcome))
        // The first that failed says why; those after it only that it did.
        for (const one of last) await one
        ended(outcome)
        return result
      } catch (error) {
        await database.script(connection, 'rollback').catch(() => {})
        ended('failed')
        throw error
      }
    })
  })
}

/**
 * Leaves a statement that was just sent, the last of its transaction, to be waited for with the commit, which then goes out in one message with
 * it: the transaction fails if it does. What it gives is there when the transaction is over.
 */
export function lastly<Result>(statement: Promise<Result>): Promise<Result> {
  const transaction = running.getStore()
  if (!transaction) throw new Error('there is no transaction whose last statement this could be')
  statement.catch(() => {})
  transaction.last.push(statement)
  return statement
}

/** One statement as a transaction: all of it goes out in one message. */
export async function once<Result>(
  database: Database,
  scope: Scope,
  statement: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const { told } = await within(database, scope, async (connection) => ({ told: lastly(statement(connection)) }))
  return told
}

/**
 * Lets the rest of a read transaction see the parts (events, parts, limits, secrets) of one item that it has just seen itself; of several
 * at once their secrets alone.
 */
export async function lookInto(connection: Connection, ...items: readonly string[]): Promise<void> {
  if (items.some((item) => item.includes(between))) throw new Error('an id has the sign that stands between two ids')
  await sql.raw(`set local app.item = ${quoted(items.join(between))}`).execute(connection)
}
const between = '\u001f'

/** Says to a server's list of activity, and to its log, for which request this transaction works. It goes with what begins it. */
function nameOf({ kind }: Database): string {
  const of = kind === 'server' ? asking() : undefined
  return of ? `set local application_name = ${quoted(`linli ${of.request}`)};` : ''
}

// `set local`, not `set_config()`: only the former reaches the workers of a Citus cluster.
function settings(scope: Scope): string {
  const set = (name: string, value: string) => `set local app.${name} = ${quoted(value)};`
  if (scope.as === 'owner') return scope.district ? set('district', scope.district) : ''
  const common = `set local role linli_${scope.as}; ${set('district', scope.district)}`
  if (scope.as === 'command') return common
  const { everything, guards, audits, words, places, party } = scope.sight
  // What is asked for differs from one reader to the next by a thousand times: a plan made for anybody reads it all.
  const planned = 'set local plan_cache_mode = force_custom_plan;'
  return `${common} ${planned} ${set('everything', everything ? 'on' : 'off')} ${set('guards', guards ? 'on' : 'off')} ${set('audits', audits ? 'on' : 'off')} ${set('words', words ? 'on' : 'off')} ${set('places', `{${places.map(arrayElement).join(',')}}`)} ${set('party', party)} ${set('item', '')}`
}

/** A null would end the message that begins the transaction before it is whole: it would fail, and what follows stand outside. */
function quoted(value: string): string {
  if (value.includes('\0')) throw new Error('a setting of a transaction has a sign that cannot be sent')
  return `'${value.replaceAll("'", "''")}'`
}
const arrayElement = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
