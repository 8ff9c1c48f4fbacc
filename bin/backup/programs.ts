import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { hostsOf } from '#kernel/database/hosts.ts'
import { foldersWith } from '#kernel/database/programs.ts'

/** Runs one of PostgreSQL's own programs on the database at an address. Throws with its own words where it fails. */
export async function runProgram(name: 'pg_dump' | 'pg_restore', address: string, given: readonly string[]): Promise<void> {
  const [folder] = foldersWith([name])
  if (folder === undefined)
    throw new Error(`there is no ${name} on this machine: install PostgreSQL's client programs (Debian: postgresql-client)`)
  const { dbname, password } = withoutPassword(address)
  const child = spawn(join(folder, name), [...given, `--dbname=${dbname}`], {
    env: { ...process.env, ...(password !== undefined && { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text.toString()).slice(-4000)
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} failed: ${said.trim()}`)
}

/**
 * An address as PostgreSQL's own programs take it, without its password, which every user of a machine could read in the list of
 * processes; of several servers the one that leads.
 */
export function withoutPassword(address: string): { dbname: string; password: string | undefined } {
  const asked = /([?&])password=([^&]*)&?/.exec(address)
  const plain = asked ? address.replace(asked[0], asked[0].endsWith('&') ? (asked[1] ?? '') : '') : address
  const [, before, password, after] = /^(\w+:\/\/[^:@/]*):([^@/]*)(@.*)$/.exec(plain) ?? []
  const named = before === undefined ? plain : `${before}${after}`
  const several = hostsOf(address).length > 1 && !named.includes('target_session_attrs')
  return {
    dbname: several ? `${named}${named.includes('?') ? '&' : '?'}target_session_attrs=read-write` : named,
    password: decoded(asked?.[2] ?? password),
  }
}

function decoded(password: string | undefined): string | undefined {
  try {
    return password === undefined ? undefined : decodeURIComponent(password)
  } catch {
    throw new Error('in DATABASE_URL the password has a % that encodes nothing: write %25 for it')
  }
}
