import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from './ports.ts'
import type { Server } from './postgres.ts'

const tool = fileURLToPath(new URL('../../shared/tools/citus-cluster', import.meta.url))

/** Why no Citus cluster can be started here, or undefined if one can. */
export function whyNoCitus(): string | undefined {
  if (!existsSync(tool)) return 'there is no ../shared/tools/citus-cluster here'
  if (!existsSync('/usr/lib/postgresql/15/bin/initdb')) return 'it needs PostgreSQL 15 of Debian'
  if (process.getuid?.() !== 0) return 'it is started by root'
  return undefined
}

/** Starts a coordinator and two workers on free loopback ports. */
export async function startCitus(): Promise<Server> {
  // The tool makes it, and refuses one that is there.
  const folder = join(tmpdir(), `linli-citus-${randomUUID()}`)
  const stop = async () => {
    execFileSync(tool, ['down', folder], { stdio: 'ignore' })
  }
  try {
    const port = await freePorts(3)
    execFileSync(tool, ['up', folder, String(port)], { stdio: 'ignore' })
    return { address: `postgres://postgres@127.0.0.1:${port}/linli`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
