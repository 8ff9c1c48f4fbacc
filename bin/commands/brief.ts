import { parseArgs } from 'node:util'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { briefOf } from '#kernel/metric/brief.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { chapters } from '../chapters.ts'
import { openGround } from '../ground.ts'

/**
 * `linli brief [--system NAME,…] [--json] [--district CODE]`: the figures of a district's work brief, from rows. As JSON the exact ones:
 * `{"figures": [{"id", "label", "value", "unit"}]}`.
 */
export async function run(args: string[]): Promise<void> {
  const options = { system: { type: 'string' }, json: { type: 'boolean' }, district: { type: 'string' } } as const
  const { values } = parseArgs({ args, options })
  const named = values.system?.split(',')
  const unknown = named?.find((name) => !chapters.some(({ system }) => system === name))
  if (unknown !== undefined)
    throw new Error(`there is no system ${unknown}: there are ${chapters.map(({ system }) => system).join(', ')}`)
  const { database } = await openGround()
  try {
    await tell(database, values, named)
  } finally {
    await database.close()
  }
}

async function tell(database: Database, values: { json?: boolean; district?: string }, named: readonly string[] | undefined) {
  const districts = await districtsOf(database)
  const district = values.district ?? districts[0]
  if (district === undefined) throw new Error('there is no district yet: load the demo, or start one')
  if (!districts.includes(district)) throw new Error(`there is no district ${district}: there are ${districts.join(', ')}`)
  if (values.district === undefined && districts.length > 1)
    throw new Error(`say which district: --district ${districts.join(' or ')}`)
  const frame = { actor: systemOf(district), now: systemClock() }
  const told = await within(database, { as: 'owner', district }, async (connection) => {
    const found = []
    for (const chapter of chapters)
      if (named === undefined || named.includes(chapter.system))
        found.push({ chapter, lines: await briefOf(connection, chapter, frame) })
    return found
  })
  const figures = told.flatMap(({ lines }) =>
    lines.map(({ metric, value }) => ({ id: metric.name, label: metric.label.zh, value, unit: metric.unit.zh })),
  )
  if (values.json) return console.log(JSON.stringify({ figures }))
  for (const { chapter, lines } of told) {
    console.log(`${chapter.label.zh} ${chapter.label.en}`)
    for (const { metric, said } of lines) console.log(`  ${metric.label.zh} ${said.zh} / ${metric.label.en}: ${said.en}`)
  }
}
