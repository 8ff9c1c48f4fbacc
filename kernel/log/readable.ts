/** A line of the log as a person reads it: `14:03:22 info answered GET /api/cases/:id 200 …`. What is no JSON stays as it is. */
export function readable(line: string): string {
  const entry = read(line)
  if (!entry) return line
  const { time, level, msg, pid: _, err, ...rest } = entry
  const { stack, ...fault } = isObject(err) ? err : {}
  const words = [...Object.entries(rest), ...Object.entries(fault)].map(([name, value]) => `${name}=${shown(value)}`)
  const clock = new Date(String(time)).toTimeString().slice(0, 8)
  return `${clock} ${level} ${[msg, ...words].join(' ')}\n${stack ? `${stack}\n` : ''}`
}

function read(line: string): Record<string, unknown> | undefined {
  try {
    const entry: unknown = JSON.parse(line)
    return isObject(entry) ? entry : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
