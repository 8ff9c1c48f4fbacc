import { sql } from 'kysely'
import { buildWeb } from '#bin/tools/web.mjs'
import type { Part } from '#testing/parts.ts'
import { hasServer, layGround } from '../../chaos/ground.ts'
import { serve } from '../../chaos/server.ts'
import { standingIn, talk } from './talk.ts'

/**
 * The program as it is run, with its log at the most talkative, on a database that breaks off under it: none of the secrets and
 * personal fields that people sent or were told stands in what it said.
 */
export const part: Part = async (goals) => {
  await buildWeb()
  const ground = await layGround(hasServer ? 'server' : 'embedded')
  let said = ''
  const server = await serve({ ...ground.environment, LINLI_LOG: 'trace' }, (text) => {
    said += text
  })
  try {
    const planted = await talk(server.address, ground.district)
    if (ground.postgres) {
      const database = await ground.open()
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'linli%' and pid <> pg_backend_pid()`.execute(
        database.kysely,
      )
      await database.close()
    }
    for (const [what, value] of await talk(server.address, ground.district)) planted.set(`${what}, again`, value)
    await server.stop()
    goals.none('secrets and personal fields in the log', standingIn(said, planted), `of ${planted.size}`)
    // Nobody is told the code that was sent to the telephone: it would be printed with these words.
    goals.none('codes printed where it is no terminal', said.match(/(one-time|query) code for .*/g) ?? [])
    const lines = said.split('\n').filter((line) => line.includes('"answered"')).length
    goals.note({ name: 'lines about requests', figure: String(lines), goal: 'at least 40', holds: lines >= 40 })
  } finally {
    await server.kill()
    await ground.end()
  }
}
