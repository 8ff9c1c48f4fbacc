import type { Part } from '#testing/parts.ts'
import { hasServer } from './ground.ts'
import { pause, play } from './play.ts'

/** Two and three server processes on one database, of which one is killed and comes back. */
export const part: Part = async (goals, { quick }) => {
  if (!hasServer) return
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
  await play(goals, {
    name: `a rolling restart of 2 server processes behind a balancer, ${rounds} times`,
    servers: 2,
    // As deploy/ has it: whoever leaves says so first, and is sent nothing any more when it stops.
    balanced: true,
    environment: { LINLI_DRAIN: '1' },
    async breaks({ servers, heard }) {
      const before = heard.brokenOff
      for (let round = 0; round < rounds; round += 1)
        for (const server of servers) {
          await server.stop()
          await server.start()
          await pause(1000)
        }
      return `${heard.brokenOff - before} requests were taken and not answered`
    },
    holds: (words) => words.startsWith('0 '),
  })
}
