import { messages, type PGlite, protocol, type QueryOptions, types } from '@electric-sql/pglite'

/** How many statements one connection keeps prepared. Lists with many filters would otherwise fill it without end. */
const mostPrepared = 300

/** Gives each statement a name by which a connection keeps it prepared, or none where it keeps enough already. */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
}

const { serialize } = protocol
const { CommandCompleteMessage, DataRowMessage, ParameterDescriptionMessage, RowDescriptionMessage } = messages

/** What is known of a statement that is kept: the types of its values, and of what it gives. */
interface Kept {
  given: readonly number[]
  gives: readonly messages.Field[]
}

/**
 * Lets the embedded database parse and plan a statement once instead of each time, as a server does (`open.ts`), and asks it in one
 * message what its own `query` asks in six. What it gives are rows as objects, as Kysely wants them.
 */
export function prepareStatements(pglite: PGlite): void {
  const plain = pglite.query.bind(pglite)
  const nameOf = statementNames()
  const kept = new Map<string, Kept>()
  const send = async (...parts: readonly Uint8Array[]) =>
    (await pglite.execProtocol(Buffer.concat([...parts, serialize.sync()]))).messages
  const keep = async (name: string, text: string): Promise<Kept> => {
    const told = await send(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const given = told.find((one) => one instanceof ParameterDescriptionMessage)?.dataTypeIDs ?? []
    const known = { given, gives: told.find((one) => one instanceof RowDescriptionMessage)?.fields ?? [] }
    kept.set(name, known)
    return known
  }
  const ask = async (name: string, text: string, values: readonly unknown[]) => {
    const { given, gives } = kept.get(name) ?? (await keep(name, text))
    const texts = values.map((value, place) => textOf(pglite, value, given[place]))
    return readResults(pglite, gives, await send(serialize.bind({ statement: name, values: texts }), serialize.execute({})))
  }
  const query = async (text: string, values: unknown[] = [], options?: QueryOptions) => {
    const name = values.length > 0 ? nameOf(text) : undefined
    return name === undefined ? plain(text, values, options) : alone(pglite, () => ask(name, text, values))
  }
  Object.assign(pglite, { query })
}

/** Sends statements without values, of which nobody reads what they give. */
export const runScript = async (pglite: PGlite, statements: string): Promise<void> =>
  void (await alone(pglite, () => pglite.execProtocol(serialize.query(statements))))

/** As its own `query` does: while a transaction of PGlite's runs, nobody else comes in between. */
const alone = <Result>(pglite: PGlite, work: () => Promise<Result>): Promise<Result> =>
  pglite._runExclusiveTransaction(() => pglite.runExclusive(work))

function textOf({ serializers }: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const write = type === undefined ? undefined : serializers[type]
  return write ? write(value) : String(value)
}

/** Its own reader copies the readers of all types, some hundreds, for each answer: a sixth of the time that a report took. */
function readResults({ parsers }: PGlite, fields: readonly messages.Field[], told: readonly messages.BackendMessage[]) {
  const rows: Record<string, unknown>[] = []
  let affectedRows = 0
  for (const one of told)
    if (one instanceof DataRowMessage)
      rows.push(
        Object.fromEntries(
          fields.map(({ name, dataTypeID }, place) => [name, types.parseType(one.fields[place] ?? null, dataTypeID, parsers)]),
        ),
      )
    else if (one instanceof CommandCompleteMessage) affectedRows += changed(one.text)
  return { rows, affectedRows, fields }
}

/** How many rows a command changed, as `INSERT 0 3` tells it. */
const changed = (tag: string): number => Number(/^(?:INSERT|UPDATE|DELETE|MERGE|COPY) .*?(\d+)$/.exec(tag)?.[1] ?? 0)
