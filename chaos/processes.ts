import type { Part } from '#testing/parts.ts'
import type { Heard } from './client.ts'
import { hasServer } from './ground.ts'
import { pause, play } from './play.ts'

/** Two and three server processes on one database, of which one is killed and comes back. */
export const part: Part = async (goals, { quick }) => {
  if (!hasServer) return goals.notRun('one of several server processes killed', 'no PostgreSQL with PostGIS on this machine')
  for (const servers of quick ? [2] : [2, 3])
    await play(goals, {
      name: `one of ${servers} server processes killed`,
      servers,
      async breaks(scene) {
        for (let time = 0; time < (quick ? 2 : 10); time += 1) {
          const victim = scene.servers[time % servers]
          await victim?.kill()
          await pause(1500)
          await victim?.start()
          await pause(1000)
        }
        return ''
      },
    })
  const rounds = quick ? 2 : 10
  let failed = 0
  await play(goals, {
    name: `a rolling restart of 2 server processes behind a balancer, ${rounds} times`,
    servers: 2,
    // As deploy/ has it: whoever leaves says so first, and is sent nothing any more when it stops.
    balanced: true,
    environment: () => ({ LINLI_DRAIN: '5' }),
    async breaks({ servers, heard }) {
      const before = failures(heard)
      for (let round = 0; round < rounds; round += 1)
        for (const server of servers) {
          await server.stop()
          await server.start()
          await pause(1000)
        }
      const after = failures(heard)
      failed = after.all - before.all
      return `of the requests ${after.notTaken - before.notTaken} were not taken, ${after.brokenOff - before.brokenOff} not answered, ${after.faults - before.faults} told of a fault`
    },
    holds: () => failed === 0,
  })
}

/** Requests that came to nothing: such as broke off, found nobody, or were told of a fault of ours. */
const failures = ({ brokenOff, notTaken, refused }: Heard) => {
  const faults = [...refused].reduce((sum, [status, times]) => (status >= 500 ? sum + times : sum), 0)
  return { brokenOff, notTaken, faults, all: brokenOff + notTaken + faults }
}
