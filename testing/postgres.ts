import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openServer } from '#kernel/database/open.ts'
import { foldersWith } from '#kernel/database/programs.ts'
import { freePorts } from './ports.ts'

/** A database server of its own, to be thrown away. */
export interface Server {
  /** Of an empty database on it. */
  address: string
  stop: () => Promise<void>
}

/** One whose processes are ours, to be treated badly. */
export interface OwnServer extends Server {
  /** The process that the others are children of. */
  pid: () => number
  /** Ends it as a loss of power would, all its processes at once. */
  kill: () => Promise<void>
  /** Starts it again on what it had on disk. */
  start: () => Promise<void>
  /** Ends it as its keeper would, and starts it again. */
  restart: () => Promise<void>
}

/** The folder of PostgreSQL's programs (version 15 or later, with PostGIS, or another extension) on this machine, the newest if there are several. */
export function findPostgres(extension = 'postgis'): string | undefined {
  return foldersWith(['initdb', 'postgres', 'pg_config'])
    .map((folder) => ({ folder, version: Number.parseInt(config(folder, '--version').replace(/^\D+/, ''), 10) }))
    .filter(
      ({ folder, version }) => version >= 15 && existsSync(join(config(folder, '--sharedir'), `extension/${extension}.control`)),
    )
    .sort((one, other) => other.version - one.version)[0]?.folder
}

const config = (folder: string, what: string) => execFileSync(join(folder, 'pg_config'), [what], { encoding: 'utf8' }).trim()

interface Wanted {
  durable?: boolean
  under?: string
  /** Settings beside those of all. */
  settings?: Record<string, string>
  /** Lays its data folder, which then has a database `linli`, if it is not to begin empty. */
  lay?: (data: string) => void
}

/**
 * Starts a server on a free loopback port in a temporary folder. Unless it is to be durable, it keeps every promise but one: it
 * does not wait for the disk (fsync), which only a machine that loses its power would notice.
 */
export async function startPostgres(
  programs: string,
  { durable = false, under = tmpdir(), settings: more = {}, lay }: Wanted = {},
): Promise<OwnServer> {
  const folder = mkdtempSync(join(under, 'linli-postgres-'))
  const who = whoRunsIt()
  if (who) chownSync(folder, who.uid, who.gid)
  const data = join(folder, 'data')
  const port = await freePorts()
  const initdb = () =>
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...who, cwd: folder, stdio: 'pipe' },
    )
  if (lay) lay(data)
  else initdb()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: durable ? 'on' : 'off',
    max_connections: 200,
    timezone: 'UTC',
    ...more,
  }
  const switches = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const launch = () => spawn(join(programs, 'postgres'), ['-D', data, ...switches], { ...who, cwd: folder, stdio: 'ignore' })
  let child = launch()
  const host = `postgres://postgres@127.0.0.1:${port}`
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const stop = async () => {
    await end('SIGINT') // its "fast" shutdown
    rmSync(folder, { recursive: true, force: true })
  }
  const start = async () => {
    // Its children notice after a moment that it is gone, and until then it is not started again.
    for (let attempt = 0; attempt < 100; attempt += 1) {
      child = launch()
      if (await answers(`${host}/linli`, () => child.exitCode !== null)) return
    }
    throw new Error('PostgreSQL does not start again on what it had on disk')
  }
  try {
    if (!lay) await createDatabase(`${host}/postgres`, 'linli')
    else if (!(await answers(`${host}/linli`, () => child.exitCode !== null)))
      throw new Error('PostgreSQL does not start on what was laid for it')
    return {
      address: `${host}/linli`,
      pid: () => child.pid ?? 0,
      kill: () => end('SIGKILL'),
      start,
      restart: async () => {
        await end('SIGINT')
        await start()
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Makes a database with all that is in another one, in which nobody may be at that moment. Gives its address. */
export async function copyOf(address: string): Promise<string> {
  const name = `copy_${randomUUID().replaceAll('-', '')}`
  const at = (pathname: string) => Object.assign(new URL(address), { pathname }).href
  await createDatabase(at('postgres'), name, new URL(address).pathname.slice(1))
  return at(name)
}

/** Makes a database as soon as the server answers, which takes it a moment. */
async function createDatabase(address: string, name: string, template = 'template1', attempts = 100): Promise<void> {
  const { kysely, close } = openServer(address)
  try {
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(kysely)
  } catch (error) {
    if (attempts <= 1) throw error
    await sleep(100)
    return createDatabase(address, name, template, attempts - 1)
  } finally {
    await close()
  }
}

/** Whether a server answers, before it has given up; recovering what it had on disk takes it a while. */
async function answers(address: string, gaveUp: () => boolean): Promise<boolean> {
  while (!gaveUp()) {
    const { kysely, close } = openServer(address)
    const answered = await sql`select 1`.execute(kysely).then(
      () => true,
      () => false,
    )
    await close()
    if (answered) return true
    await sleep(100)
  }
  return false
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
export function whoRunsIt(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error('PostgreSQL does not run as root, and there is no user "postgres" here to run it as')
  return { uid: Number(uid), gid: Number(gid) }
}
