import type { Log } from '#kernel/log/log.ts'

/** A log at its most talkative, kept to be read: as text, and line by line. */
export function logbook(level: Log['level'] = 'trace') {
  const written: string[] = []
  const log: Log = { level, stream: { write: (line) => void written.push(line) } }
  return {
    log,
    text: () => written.join(''),
    lines: () => written.map((line): Record<string, unknown> => JSON.parse(line)),
  }
}
