import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '#testing/ports.ts'
import { whoRunsIt } from '#testing/postgres.ts'
import { pause, until } from '../play.ts'
import { configurationOf, type Place } from './configuration.ts'
import type { findPrograms } from './programs.ts'

type Programs = Exclude<ReturnType<typeof findPrograms>, string>

/** One node, to be treated badly: Patroni, and the PostgreSQL that it keeps. */
export interface Node extends Place {
  /** The processes of both. */
  pids: () => number[]
  start: () => void
  kill: () => void
}

export interface Cluster {
  nodes: readonly Node[]
  /** Of the database on whichever leads. */
  addressOf: (database: string) => string
  /** What Patroni says of its members, as far as anybody says it. */
  members: () => Promise<Member[]>
  /** Has another lead. */
  switchOver: () => Promise<void>
  end: () => Promise<void>
}

interface Member {
  name: string
  role: 'leader' | 'sync_standby' | 'replica'
  state: string
}

/** Starts three PostgreSQL servers under Patroni, with one etcd, on loopback, and waits until one leads and two follow. */
export async function startCluster({ postgres, patroni, etcd }: Programs): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-patroni-'))
  const who = whoRunsIt()
  if (who) chownSync(folder, who.uid, who.gid)
  const first = await freePorts(8)
  const log = openSync(join(folder, 'log'), 'a')
  const stdio: StdioOptions = ['ignore', log, log]
  const run = (program: string, ...words: string[]) => spawn(program, words, { ...who, cwd: folder, stdio })
  const keeper = run(etcd, ...etcdWords(join(folder, 'etcd'), first, first + 1))
  const nodes = [0, 1, 2].map((number): Node => {
    const place = {
      name: `node${number + 1}`,
      postgres: first + 2 + number,
      rest: first + 5 + number,
      folder: join(folder, `node${number + 1}`),
    }
    mkdirSync(place.folder)
    if (who) chownSync(place.folder, who.uid, who.gid)
    const file = join(place.folder, 'patroni.json')
    writeFileSync(file, configurationOf(place, first, postgres))
    let child: ChildProcess | undefined
    const pids = () => [child?.pid ?? 0, postmasterOf(join(place.folder, 'data'))].filter((pid) => pid > 0)
    return {
      ...place,
      pids,
      start: () => {
        child = run(patroni, file)
      },
      kill: () => {
        for (const pid of pids()) signal(pid, 'SIGKILL')
      },
    }
  })
  const members = async (): Promise<Member[]> => {
    for (const { rest } of nodes) {
      const told = await ask(rest, 'cluster')
      if (told) return JSON.parse(told).members
    }
    return []
  }
  const cluster: Cluster = {
    nodes,
    addressOf: (database) =>
      `postgres://postgres@${nodes.map((node) => `127.0.0.1:${node.postgres}`).join(',')}/${database}?target_session_attrs=read-write`,
    members,
    async switchOver() {
      const now = await members()
      const [leader, candidate] = (['leader', 'sync_standby'] as const).map(
        (wanted) => now.find(({ role }) => role === wanted)?.name,
      )
      const rest = nodes.find(({ name }) => name === leader)?.rest ?? 0
      await ask(rest, 'switchover', { leader, candidate })
    },
    async end() {
      for (const { pids } of nodes) for (const pid of pids()) signal(pid, 'SIGKILL')
      keeper.kill('SIGKILL')
      // Their children notice after a moment that they are gone.
      await pause(1000)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  try {
    await until(async () => (await ask(first, 'health')) !== undefined, 'etcd answers')
    for (const node of nodes) node.start()
    await until(async () => isWhole(await members()), 'one leads and two follow')
    return cluster
  } catch (error) {
    const last = readFileSync(join(folder, 'log'), 'utf8').slice(-2000)
    await cluster.end()
    throw new Error(`the cluster does not stand: ${error instanceof Error ? error.message : error}: ${last}`)
  }
}

/** Whether one leads, one follows synchronously, and another follows. */
export const isWhole = (members: readonly Member[]): boolean =>
  members.filter(({ state }) => state === 'running' || state === 'streaming').length === 3 &&
  (['leader', 'sync_standby', 'replica'] as const).every((wanted) => members.some(({ role }) => role === wanted))

const etcdWords = (folder: string, clients: number, peers: number) => [
  ...['--data-dir', folder, '--name', 'etcd1', '--initial-cluster', `etcd1=http://127.0.0.1:${peers}`],
  ...['--listen-client-urls', `http://127.0.0.1:${clients}`, '--advertise-client-urls', `http://127.0.0.1:${clients}`],
  ...['--listen-peer-urls', `http://127.0.0.1:${peers}`, '--initial-advertise-peer-urls', `http://127.0.0.1:${peers}`],
]

/** The first of a server's processes, which its folder names while it runs. */
function postmasterOf(data: string): number {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}

/** What somebody answers at a port of loopback; nothing where nobody does. */
async function ask(port: number, path: string, body?: object): Promise<string | undefined> {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const reply = await fetch(`http://127.0.0.1:${port}/${path}`, { ...sent, signal: AbortSignal.timeout(20_000) }).catch(
    () => undefined,
  )
  return reply?.text()
}
