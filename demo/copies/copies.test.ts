import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { verifyWords } from '#capabilities/cases/store/words.ts'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { onCluster } from '#testing/cluster.ts'
import { ownDatabase } from '#testing/database.ts'
import { district } from '../geography/names.ts'
import { loadDemo } from '../load.ts'
import { copyCases } from './load.ts'

// Indexes of a cluster are dropped and built another way: there the command refuses.
const anywhere = onCluster ? () => {} : describe

anywhere('a demo of many cases', async () => {
  const database = await ownDatabase()
  const now = Temporal.Instant.from('2026-11-25T10:00:00+08:00')
  const ring = freshKeyring()
  await loadDemo({ database, ring, now, cases: 200, lately: 80 })
  const ask = async <Row>(query: ReturnType<typeof sql<Row>>) =>
    (await within(database, { as: 'owner', district: district.code }, (connection) => query.execute(connection))).rows
  const indexes = () =>
    ask(
      sql<{
        name: string
      }>`select indexdef as name from pg_indexes where schemaname in ('cases', 'flow', 'record', 'vault')
          union all select conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint order by 1`,
    )
  const [before, early] = [
    await indexes(),
    await ask(sql<{ id: string; at: Date }>`select id, reported_at as at from cases.cases`),
  ]
  await copyCases({ database, ring }, { district: district.code, count: 900, years: 3, now, wholeSince: '2025-01-01' }, () => {})
  const all = await ask(sql<{ id: string; number: string; at: Date; events: number; words: string }>`
    select c.id, c.number, c.reported_at as at, c.item->>'words' as words,
      (select count(*)::integer from record.events e where e.district = c.district and e.item = c.id) as events
    from cases.cases c where c.district = ${district.code}`)

  test('has as many as were asked for, or a few more, each with a number of its own, none of the future', () => {
    assert.ok(all.length >= 900 && all.length < 920, `${all.length}`)
    assert.equal(new Set(all.map(({ number }) => number)).size, all.length)
    assert.ok(all.every(({ at }) => at.getTime() <= now.epochMilliseconds))
    const [first, last] = [Math.min(...all.map(({ at }) => at.getTime())), now.epochMilliseconds]
    assert.ok(last - first > 2.5 * 365 * 86_400_000, 'they go back through three years')
  })

  test('has the fortnight before now told case by case, denser than the year', () => {
    const fortnight = now.subtract({ hours: 24 * 14 }).epochMilliseconds
    const latest = (some: readonly { id: string; at: Date }[]) =>
      some.filter(({ at }) => at.getTime() > fortnight).map(({ id }) => id)
    assert.deepEqual(new Set(latest(all)), new Set(latest(early)))
    assert.ok(latest(early).length > 80)
  })

  test('proves itself like any other: chains, seals, columns, what cases are found by', async () => {
    // What is as old as was asked for has left its events behind.
    const bare = new Set(all.filter(({ events }) => events === 0).map(({ id }) => id))
    assert.ok(bare.size > 100)
    const { findings, unsealed, events } = await verify(database, [provable(caseFlow)], district.code)
    assert.deepEqual(
      findings.filter(({ where }) => !bare.has(where.slice('case '.length)) && where.startsWith('case')),
      [],
    )
    assert.equal(unsealed, 0)
    assert.ok(events > 4 * (all.length - bare.size))
    assert.deepEqual(await verifyWords(database, district.code), [])
  })

  test('tells what its reporters wrote, encrypted for each anew', async () => {
    const old = new Set(early.map(({ id }) => id))
    const copied = all.filter(({ id, words, events }) => !old.has(id) && events > 0 && words.startsWith('vault:'))
    assert.ok(copied.length > 100)
    const opened = await within(database, { as: 'owner', district: district.code }, (connection) =>
      openSecrets(
        connection,
        ring,
        district.code,
        copied.map(({ words }) => words),
      ),
    )
    for (const { words, number } of copied) assert.match(opened.get(words) ?? '', /\p{Script=Han}/u, number)
  })

  test('leaves every index as it was', async () => {
    assert.deepEqual(await indexes(), before)
    await database.close()
  })
})
