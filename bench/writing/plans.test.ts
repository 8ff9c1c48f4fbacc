import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { testEmbedded } from '#testing/database.ts'
import { type Carried, passedBy, planWords, stepsOf } from '#testing/plans.ts'
import { closedLoop } from '../load.ts'
import type { Statement } from './same.ts'
import { benchStage } from './stage.ts'

/** So long reports are made, some hundred a second. */
const seconds = 6
/** What a command may look at that it does not need. */
const few = 300

testEmbedded('no command looks through all that was ever written, in a house that began with nothing', async () => {
  const heard: Statement[] = []
  const stage = await benchStage(undefined, (text, values) => heard.push({ text, values }))
  try {
    await closedLoop(10, seconds, stage.report)
    heard.length = 0
    await stage.loop()
    const questions = heard.filter(({ text, values }) => values.length > 0 && /^\s*select/.test(text))
    const found: string[] = []
    let asked = 0
    // As whoever carries commands out, whose fences are a part of each plan; and by the plans that are kept, which were made when there was nothing yet.
    const commands = { as: 'command', district: stage.district } as const
    await within(stage.database, commands, async (connection) => {
      const kept = await sql<{ name: string; statement: string }>`select name, statement from pg_prepared_statements`.execute(
        connection,
      )
      const names = new Map(kept.rows.map(({ name, statement }) => [statement, name]))
      for (const { text, values } of questions) {
        const name = names.get(text)
        if (name === undefined) continue
        asked += 1
        const given = sql.join(values.map((value) => (value === null ? sql`null` : sql.lit(written(value)))))
        const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: Carried['plan'] }] }>`
          explain (analyze, timing off, format json) execute ${sql.id(name)}(${given})`.execute(connection)
        for (const { Plan } of rows.flatMap((row) => row['QUERY PLAN']))
          if ([...stepsOf(Plan)].some((step) => passedBy(step) > few)) found.push(`${planWords(Plan)}: ${text}`)
      }
    })
    assert.ok(asked > 5, `${asked} of ${heard.length}`)
    assert.deepEqual(found, [])
  } finally {
    await stage.end()
  }
})

/** A value as the text of one: an array of texts as PostgreSQL writes it. */
const written = (value: unknown): string =>
  Array.isArray(value) ? `{${value.map((one) => JSON.stringify(String(one))).join(',')}}` : String(value)
