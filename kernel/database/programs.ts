import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The folders that have all of these programs of PostgreSQL's, the newest of Debian's first. */
export function foldersWith(programs: readonly string[]): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const folders = [
    ...versions.sort((one, other) => Number(other) - Number(one)).map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.filter((folder) => programs.every((program) => existsSync(join(folder, program))))
}
