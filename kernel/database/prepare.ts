import { type PGlite, parse, protocol, type QueryOptions } from '@electric-sql/pglite'

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

/**
 * Lets the embedded database parse and plan a statement once instead of each time, as a server does (`open.ts`), and asks it in one
 * message what its own `query` asks in six.
 */
export function prepareStatements(pglite: PGlite): void {
  const plain = pglite.query.bind(pglite)
  const nameOf = statementNames()
  const kept = new Map<string, readonly number[]>()
  const send = (...messages: readonly Uint8Array[]) => pglite.execProtocol(Buffer.concat([...messages, serialize.sync()]))
  /** The types of a statement's values, once it is prepared. */
  const typesOf = async (name: string, text: string) => {
    const known = kept.get(name)
    if (known) return known
    const { messages } = await send(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const types = parse.parseDescribeStatementResults(messages)
    kept.set(name, types)
    return types
  }
  const query = async (text: string, values: unknown[] = [], options: QueryOptions = {}) => {
    const name = values.length > 0 ? nameOf(text) : undefined
    if (name === undefined) return plain(text, values, options)
    const asked = async () => {
      const types = await typesOf(name, text)
      const given = values.map((value, place) => asText(pglite, value, types[place]))
      const bind = serialize.bind({ statement: name, values: given })
      const { messages } = await send(bind, serialize.describe({ type: 'P' }), serialize.execute({}))
      return parse.parseResults(messages, pglite.parsers, options)[0]
    }
    // As its own does: while a transaction of PGlite's runs, nobody else comes in between.
    return pglite._runExclusiveTransaction(() => pglite.runExclusive(asked))
  }
  Object.assign(pglite, { query })
}

function asText({ serializers }: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const write = type === undefined ? undefined : serializers[type]
  return write ? write(value) : String(value)
}
