import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openServer } from '#kernel/database/open.ts'
import type { Part } from '#testing/parts.ts'
import { type Ground, settled } from '../ground.ts'
import { pause, play, type Scene, until } from '../play.ts'
import { type Cluster, isWhole, startCluster } from './cluster.ts'
import { findPrograms } from './programs.ts'

/** Within how many seconds writes are to go on after a leader was lost. */
const soon = 20

/** Three PostgreSQL servers under Patroni with a synchronous standby, and two server processes: the leader killed, the standby killed, and a planned change. */
export const part: Part = async (goals, { quick }) => {
  const programs = findPrograms()
  if (typeof programs === 'string') return goals.notRun('three nodes under Patroni', programs)
  const times = quick ? 1 : 3
  const gaps = { killed: [] as number[], rejoined: [] as number[], standby: 0, planned: 0 }
  let cluster: Cluster | undefined
  await play(goals, {
    name: 'three nodes under Patroni, two server processes',
    servers: 2,
    lay: async () => {
      cluster = await startCluster(programs)
      return layOn(cluster)
    },
    async breaks(scene) {
      if (!cluster) return ''
      const { nodes, members, switchOver } = cluster
      const withRole = async (wanted: string) => {
        const name = (await members()).find(({ role }) => role === wanted)?.name
        return nodes.find((node) => node.name === name)
      }
      const whole = async () => isWhole(await members())
      for (let time = 0; time < times; time += 1) {
        const leader = await withRole('leader')
        gaps.killed.push(await silenceAfter(scene, async () => leader?.kill()))
        leader?.start()
        gaps.rejoined.push(await until(whole, `${leader?.name} follows again`))
      }
      const standby = await withRole('sync_standby')
      gaps.standby = await silenceAfter(scene, async () => standby?.kill())
      standby?.start()
      await until(whole, `${standby?.name} follows again`)
      gaps.planned = await silenceAfter(scene, switchOver)
      return ''
    },
  })
  const seconds = (all: readonly number[]) => `${all.map((one) => one.toFixed(1)).join(', ')} s`
  goals.note({
    name: `the leader killed (PostgreSQL and Patroni, kill -9), ${times} times`,
    figure: `nobody answered for ${seconds(gaps.killed)}; started again it follows after ${seconds(gaps.rejoined)}`,
    goal: `writes go on within ${soon} s, and it follows again`,
    holds: gaps.rejoined.length === times,
    late: gaps.killed.some((gap) => gap >= soon),
  })
  goals.note({
    name: 'the synchronous standby killed, and a planned change of leader',
    figure: `nobody answered for ${seconds([gaps.standby])} and ${seconds([gaps.planned])}`,
    goal: `writes go on within ${soon} s`,
    holds: gaps.planned > 0,
    late: Math.max(gaps.standby, gaps.planned) >= soon,
  })
}

/** The invented neighbourhood on a cluster. */
async function layOn(cluster: Cluster): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-chaos-'))
  const server = openServer(cluster.addressOf('postgres'))
  await sql`create database linli`.execute(server.kysely)
  await server.close()
  const address = cluster.addressOf('linli')
  const open = async () => openServer(address)
  const district = await settled(await open())
  const end = async () => {
    await cluster.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return { kind: 'server', district, environment: { LINLI_DATA: folder, DATABASE_URL: address }, open, end }
}

/** For how many seconds nobody is answered after something happens, until people are again. */
async function silenceAfter({ heard, listen }: Scene, happens: () => Promise<unknown>): Promise<number> {
  listen()
  await happens()
  await pause(3000)
  const flows = async () => {
    const before = heard.acknowledged.length
    await pause(1000)
    return heard.acknowledged.length > before + 2
  }
  await until(flows, 'people are answered again')
  return heard.silence / 1000
}
