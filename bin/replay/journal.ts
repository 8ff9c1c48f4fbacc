import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** A command that the server acknowledged to its client: what must be there after any kill. */
export interface Acknowledged {
  at: string
  message: string
  id: string
  command: string
  version: number
  code?: string
}

/** The client's own record of what was acknowledged, on disk before the client goes on. */
export function journal(file: string) {
  return {
    read: (): Acknowledged[] =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter((line) => line.endsWith('}'))
            .map((line): Acknowledged => JSON.parse(line))
        : [],
    note: (entry: Acknowledged) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
  }
}
export type Journal = ReturnType<typeof journal>
