import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Part } from '#testing/parts.ts'
import { hasServer } from './ground.ts'
import { pause, play } from './play.ts'

/** PostgreSQL restarted, frozen, and with no connection left, while people use the product. */
export const part: Part = async (goals, { quick }) => {
  if (!hasServer)
    return goals.notRun('PostgreSQL restarted, frozen, and without connections', 'no PostgreSQL with PostGIS on this machine')
  await play(goals, {
    name: 'PostgreSQL restarted',
    async breaks({ ground }) {
      for (let time = 0; time < (quick ? 1 : 5); time += 1) {
        await ground.postgres?.restart()
        await pause(1500)
      }
      return ''
    },
  })
  const frozen = quick ? 8 : 30
  await play(goals, {
    name: `PostgreSQL frozen for ${frozen} s`,
    async breaks({ ground }) {
      const all = familyOf(ground.postgres?.pid() ?? 0)
      for (const pid of all) process.kill(pid, 'SIGSTOP')
      await pause(frozen * 1000)
      for (const pid of all) process.kill(pid, 'SIGCONT')
      await pause(3000)
      return `${all.length} processes stopped`
    },
  })
  await play(goals, {
    name: 'no connection left at PostgreSQL',
    async breaks({ ground, servers }) {
      const address = ground.postgres?.address
      const taken: pg.Client[] = []
      // The server is restarted so that it, too, has to ask for a connection while there is none.
      for (let full = false; !full; ) {
        const client = new pg.Client({ connectionString: address })
        client.on('error', () => {})
        full = await client.connect().then(
          () => false,
          () => true,
        )
        if (!full) taken.push(client)
      }
      const [server] = servers
      await server?.kill()
      const starting = server?.start()
      await pause(quick ? 3000 : 10_000)
      for (const client of taken) await client.end()
      await starting
      return `${taken.length} connections taken`
    },
  })
}

/** A process and its children. */
function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return [pid, ...children]
}
