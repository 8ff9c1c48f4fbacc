import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { within } from '#kernel/database/within.ts'
import { readKeptSeals, rewrittenSince } from '#kernel/record/keptSeals.ts'
import { lastSeal, sealDistrict } from '#kernel/record/seal.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { provable, verify } from './verify.ts'

const stage = await setStage()
const { database, district, clock } = stage
let id: string

/** What somebody can do who has the password of the database, but not the program; and then the undoing of it. */
async function behindTheBack(change: RawBuilder<unknown>, undo: RawBuilder<unknown>, expected: RegExp) {
  const run = (statement: RawBuilder<unknown>) =>
    within(database, { as: 'owner', district }, (connection) => statement.execute(connection))
  await run(change)
  const { findings } = await verify(database, [provable(caseFlow)], district)
  await run(undo)
  assert.ok(
    findings.some(({ what }) => expected.test(what)),
    JSON.stringify(findings),
  )
}

before(async () => {
  for (let number = 0; number < 3; number++) id = (await stage.nobody().send('report', '', lampReport())).body.id
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  await sealDistrict(database, district, clock.now())
  await worker.send('comment', id, { words: '已到现场' })
})

test('a record that nobody touched is whole, and what it cannot vouch for yet is said', async () => {
  const { items, events, seals, unsealed, findings } = await verify(database, [provable(caseFlow)], district)
  assert.deepEqual([items, events, seals, unsealed, findings], [3, 5, 1, 1, []])
})

test('a row changed by hand in SQL is found', () =>
  behindTheBack(
    sql`update cases.cases set item = jsonb_set(item, '{urgency}', '"urgent"') where district = ${district} and id = ${id}`,
    sql`update cases.cases set item = jsonb_set(item, '{urgency}', '"ordinary"') where district = ${district} and id = ${id}`,
    /does not follow from its events/,
  ))

test('a column changed by hand is found', () =>
  behindTheBack(
    sql`update cases.cases set state = 'closed' where district = ${district} and id = ${id}`,
    sql`update cases.cases set state = 'accepted' where district = ${district} and id = ${id}`,
    /columns do not follow/,
  ))

test('a changed event is found', () =>
  behindTheBack(
    sql`update record.events set body = replace(body, '"accept"', '"accepd"') where district = ${district} and item = ${id} and sequence = 2`,
    sql`update record.events set body = replace(body, '"accepd"', '"accept"') where district = ${district} and item = ${id} and sequence = 2`,
    /was changed: its hash/,
  ))

test('a removed last event is found, also before any seal covers it', async () => {
  await behindTheBack(
    sql`update record.events set item = 'elsewhere' where district = ${district} and item = ${id} and sequence = 3`,
    sql`update record.events set item = ${id} where district = ${district} and item = 'elsewhere' and sequence = 3`,
    /last event is missing/,
  )
})

test('a seal rewritten is found', () =>
  behindTheBack(
    sql`update record.seals set leaves = leaves || ' ' where district = ${district} and number = 1`,
    sql`update record.seals set leaves = rtrim(leaves) where district = ${district} and number = 1`,
    /hash does not fit/,
  ))

test('neither working role can change or remove an event', async () => {
  for (const statement of [sql`update record.events set body = '{}'`, sql`delete from record.events`])
    await assert.rejects(
      within(database, { as: 'command', district }, (connection) => statement.execute(connection)),
      /permission denied/,
    )
})

test('a seal that was kept elsewhere proves the past also against whoever rewrites seals; what is none is refused', async () => {
  await sealDistrict(database, district, clock.now())
  const last = await within(database, { as: 'owner', district }, (connection) => lastSeal(connection, district))
  const line = `${district} ${last?.number} ${last?.hash}`
  assert.deepEqual(await rewrittenSince(database, readKeptSeals(`\n  last seal, to keep elsewhere: ${line}\n`)), [])
  const forged = line.replace(/[0-9a-f]$/, (digit) => (digit === '0' ? '1' : '0'))
  assert.equal((await rewrittenSince(database, readKeptSeals(forged))).length, 1)
  assert.equal((await rewrittenSince(database, readKeptSeals(line.replace(` ${last?.number} `, ' 999 ')))).length, 1)
  for (const text of ['', '\n', `${line} more`, `${district} x ${last?.hash}`, `${district} 1 abc`, '{}'])
    assert.throws(() => readKeptSeals(text), /no seal/, text)
})
