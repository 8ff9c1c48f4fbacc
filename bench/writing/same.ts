import { randomUUID } from 'node:crypto'

/** A statement as the program sent it, with its values. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const number = /\b\d{4}-\d{5}\b/

/** The same statements for another report: every id and the number are others, each the same wherever it stands. */
export function another(statements: readonly Statement[], count: number): Statement[] {
  const ids = new Map<string, string>()
  const renamed = (value: string): string =>
    value
      .replace(uuid, (id) => {
        const other = ids.get(id) ?? randomUUID()
        ids.set(id, other)
        return other
      })
      .replace(number, `9999-${String(count).padStart(5, '0')}`)
  return statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => (typeof value === 'string' ? renamed(value) : value)),
  }))
}

/** The statements of one report as a script for pgbench: with fresh ids made from its random number `:r`. */
export function pgbenchScript(statements: readonly Statement[]): string {
  const secrets = new Set(
    statements.flatMap(({ values }) =>
      values.flatMap((value) =>
        typeof value === 'string' ? [...value.matchAll(/vault:([0-9a-f-]{36})/g)].map(([, id]) => id ?? '') : [],
      ),
    ),
  )
  const names = new Map<string, number>()
  const expressionOf = (id: string) => {
    if (!names.has(id)) names.set(id, names.size)
    return `md5(:r || 'n${names.get(id)}')::uuid`
  }
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null'
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    if (Array.isArray(value)) return textOf(`{${value.map((one) => `"${one}"`).join(',')}}`, true)
    return textOf(String(value), false)
  }
  const textOf = (value: string, array: boolean): string => {
    // Ids of events are of type uuid; all others are text.
    if (value.match(uuid)?.[0] === value)
      return secrets.has(value) || value[14] === '4' ? `${expressionOf(value)}::text` : expressionOf(value)
    const quoted = `'${value
      .replaceAll("'", "''")
      .replace(uuid, (id) => `' || ${expressionOf(id)} || '`)
      .replace(number, "9' || :r || '")}'`
    return `(${quoted})${array ? '::text[]' : ''}`
  }
  const lines = statements.map(({ text, values }) => {
    const inlined = text.replace(/\$(\d+)/g, (_, place) => literal(values[Number(place) - 1]))
    return `${inlined.replace(/\s*\n\s*/g, ' ').replace(/;\s*$/, '')};`
  })
  return `\\set r random(1, 1000000000000000)\n${lines.join('\n')}\n`
}
