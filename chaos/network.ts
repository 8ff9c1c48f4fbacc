import type { Part } from '#testing/parts.ts'
import { hasServer } from './ground.ts'
import { pause, play } from './play.ts'

/** The wire to the database cut, and the one to people slow and lossy. */
export const part: Part = async (goals, { quick }) => {
  const cuts = quick ? 2 : 10
  if (hasServer)
    await play(goals, {
      name: `the wire between server and PostgreSQL cut, ${cuts} times`,
      wires: { database: {} },
      async breaks({ wire }) {
        for (let time = 0; time < cuts; time += 1) {
          wire?.cut()
          await pause(500 + Math.random() * 2500)
          wire?.mend()
          await pause(1500)
        }
        return ''
      },
    })
  await play(goals, {
    name: 'a wire to people that takes 300 ms and loses every tenth piece',
    kind: hasServer ? 'server' : 'embedded',
    wires: { people: { delay: 300, loss: 0.1 } },
    async breaks() {
      await pause(quick ? 8000 : 60_000)
      return ''
    },
  })
}
