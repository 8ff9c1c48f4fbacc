import type { Part } from '#testing/parts.ts'
import { hasServer } from './ground.ts'
import { type Play, pause, play } from './play.ts'

type Victim = 'server' | 'PostgreSQL'

/** Kills again and again at random moments of a mixed load, and starts what was killed anew. */
export const part: Part = async (goals, { quick }) => {
  const times = quick ? 3 : 50
  const killing = (kind: Play['kind'], victims: readonly Victim[]): Play => ({
    name: `kill -9 of ${victims.join(' and ')}${kind === 'embedded' ? ', embedded' : ''}, ${times} times`,
    ...(kind && { kind }),
    async breaks({ ground, servers }) {
      for (let time = 0; time < times; time += 1) {
        await pause(500 + Math.random() * 2000)
        for (const victim of victims) await (victim === 'server' ? servers[0] : ground.postgres)?.kill()
        if (victims.includes('PostgreSQL')) await ground.postgres?.start()
        if (victims.includes('server')) await servers[0]?.start()
      }
      return ''
    },
  })
  await play(goals, killing('embedded', ['server']))
  if (!hasServer) return goals.notRun('kill -9 on a server', 'no PostgreSQL with PostGIS on this machine')
  await play(goals, killing('server', ['server']))
  await play(goals, killing('server', ['PostgreSQL']))
  await play(goals, killing('server', ['PostgreSQL', 'server']))
}
