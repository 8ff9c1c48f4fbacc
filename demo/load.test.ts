import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { chapters } from '#bin/chapters.ts'
import { furnish } from '#bin/house.ts'
import { provenFlows, provenRegisters } from '#bin/proving.ts'
import { stateNames } from '#capabilities/cases/contract/states.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { within } from '#kernel/database/within.ts'
import { folderStore } from '#kernel/files/store.ts'
import { verify } from '#kernel/flow/verify.ts'
import { briefOf } from '#kernel/metric/brief.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { stoppedClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { testDatabase } from '#testing/database.ts'
import { testFolder } from '#testing/folder.ts'
import { loadDemo } from './load.ts'
import { demoPassword, meetingPlace, personas } from './personas.ts'

const database = await testDatabase()
const ring = freshKeyring()
const files = join(testFolder, 'demo')
const clock = stoppedClock('2026-11-25T10:00:00+08:00')
const district = { code: `t${randomUUID().slice(0, 8)}`, name: '寒亭区' }
const demo = { database, ring, now: clock.now(), cases: 260, store: folderStore(files), district }
const said: string[] = []
const loaded = await loadDemo(demo, (line) => said.push(line))

/** A figure of the article; with `below`, it says more than `value` (余). */
interface Said {
  id: string
  system: string
  value: number
  below?: number
}

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  within(database, { as: 'owner', district: district.code }, async (connection) => (await query.execute(connection)).rows)

describe('the demo district', () => {
  test('is loaded once: whoever loads it again finds it there', async () => {
    assert.equal(loaded, true)
    assert.equal(await loadDemo(demo), false)
  })

  test('tells every case to its end: none broke off at a rule', () => {
    assert.deepEqual(
      said.filter((line) => line.includes('broke off')),
      [],
    )
  })

  test('has cases in every state', async () => {
    const rows = await ask(sql<{ state: string }>`select distinct state from cases.cases where district = ${district.code}`)
    assert.deepEqual(rows.map(({ state }) => state).toSorted(), Object.keys(stateNames).toSorted())
  })

  test('has a record that verifies, and no call of the clock left to be made', async () => {
    const { findings, items, events } = await verify(database, provenFlows, district.code, undefined, provenRegisters)
    assert.deepEqual(findings, [])
    assert.ok(items >= 260 && events > items, `${events} events of ${items} items`)
    const due = await ask(
      sql`select key from flow.timers where district = ${district.code} and at < ${clock.now().toString()}::timestamptz`,
    )
    assert.deepEqual(due, [])
  })

  test('lets everybody read what its committees resolved in public, how far the tasks are, and when they meet', async () => {
    for (const table of ['public_resolutions', 'public_tasks', 'public_meetings']) {
      const rows = await ask(sql`select 1 from committees.${sql.id(table)} where district = ${district.code}`)
      assert.ok(rows.length > 0, table)
    }
  })

  test('has a station with photos, of which residents say that something is wrong', async () => {
    const about = await ask(sql<{ station: string; state: string }>`
      select station, state from cases.cases where district = ${district.code} and station is not null`)
    assert.deepEqual(
      about.map(({ state }) => state),
      ['reported', 'reported'],
    )
    const shown = await ask(
      sql<{ station: string }>`select distinct station from stations.photos where district = ${district.code}`,
    )
    assert.ok(shown.some(({ station }) => station === about[0]?.station))
  })

  const article = new URL('../../shared/data/hanting/figures.json', import.meta.url)
  test('comes to what the article tells of it, each figure from rows', { skip: !existsSync(article) }, async () => {
    const said: Said[] = JSON.parse(readFileSync(article, 'utf8'))
    const frame = { actor: systemOf(district.code), now: clock.now() }
    for (const chapter of chapters) {
      const lines = await within(database, { as: 'owner', district: district.code }, (connection) =>
        briefOf(connection, chapter, frame),
      )
      const wanted = said.filter(({ system }) => system === chapter.system)
      assert.deepEqual(lines.map(({ metric }) => metric.name).toSorted(), wanted.map(({ id }) => id).toSorted())
      for (const { id, value, below } of wanted) {
        const told = lines.find(({ metric }) => metric.name === id)?.value ?? 0
        assert.ok(below === undefined ? told === value : value < told && told < below, `${id}: ${told}, not ${value}`)
      }
    }
  })

  test('has bulletins of the whole year, one that runs where the personas meet, and one for tomorrow', async () => {
    const rows = await ask(sql<{ state: string; from: Date; until: Date; here: boolean; published: Date }>`
      select state, from_at as from, until_at as until, published_at as published, ${meetingPlace.estate} = any (concerns) as here
      from bulletins.bulletins where district = ${district.code} order by from_at`)
    const now = clock.now().epochMilliseconds
    assert.deepEqual([rows.length, new Set(rows.map(({ from }) => from.getMonth())).size], [15, 12])
    assert.ok(rows.every(({ published, from }) => published < from && published.getTime() < now))
    assert.deepEqual(Object.keys(Object.groupBy(rows, ({ state }) => state)).toSorted(), ['over', 'published', 'takenBack'])
    const open = rows.filter(({ state }) => state === 'published')
    assert.ok(open.every(({ here }) => here))
    assert.deepEqual(
      open.map(({ from, until }) => [from.getTime() < now, until.getTime() > now]),
      [
        [true, true],
        [false, true],
      ],
    )
  })

  test('has most of its reports rated, and most of those who rate content', async () => {
    const [sum] = await ask(sql<{ closed: number; rated: number; content: number }>`
      select count(*)::integer as closed, count(*) filter (where item->'ratings' <> '[]')::integer as rated,
        count(*) filter (where (item->'ratings'->-1->>'level')::integer >= 4)::integer as content
      from cases.cases where district = ${district.code} and state = 'closed' and not staff_reported`)
    assert.ok(sum && sum.rated > sum.closed * 0.4 && sum.content > sum.rated * 0.75, JSON.stringify(sum))
  })

  test('calls its personas as the page does, each at the unit that it names', async () => {
    const rows = await ask(sql<{ account: string; name: string | null; role: string | null; unit: string | null }>`
      select a.id as account, a.display_name as name, p.role, u.name as unit from people.accounts a
      left join people.posts p on p.district = a.district and p.account = a.id
      left join (select district, code, name from place.units union all select district, code, name from place.grids) u
        on u.district = p.district and u.code = p.unit
      where a.district = ${district.code} and a.demo`)
    for (const { account, name, role, unitName } of personas) {
      const own = rows.filter((row) => row.account === account)
      assert.ok(own.length > 0, account)
      if (role !== 'resident')
        assert.ok(
          own.some((row) => row.name === name && row.role === role && row.unit === unitName),
          account,
        )
    }
  })
})

const sendCode = async () => ({})
const { app } = await furnish({ database, clock: clock.now, ring, files, suggester: ruleSuggester(), trust: 0, sendCode })
after(() => app.close())
/** What a persona sends with each request, once they have signed in. */
const signedIn = async (account: string) => {
  const headers = { 'linli-district': district.code }
  const payload = { account: `${account}.${district.code}`, password: demoPassword }
  const signed = await app.inject({ method: 'POST', url: '/api/session', payload, headers })
  assert.equal(signed.statusCode, 200, `${account}: ${signed.body}`)
  return { ...headers, cookie: `linli=${signed.cookies.find(({ name }) => name === 'linli')?.value}` }
}

test('each persona signs in and finds in their queue what waits for them', async () => {
  const waiting = { grid: 10, department: 12, property: 5, community: 4, street: 4, dispatcher: 5, supervisor: 3 }
  for (const { account } of personas) {
    const headers = await signedIn(account)
    const scope = account === 'resident' ? 'mine' : 'queue'
    const list = await app.inject({ url: `/api/cases?scope=${scope}&sort=newest&limit=100`, headers })
    assert.equal(list.statusCode, 200, `${account}: ${list.body}`)
    const rows: { id: string; state: string }[] = list.json().rows
    const least = Object.entries(waiting).find(([name]) => name === account)?.[1] ?? 0
    assert.ok(rows.length >= least, `${account} has ${rows.length}`)
    const [some] = rows
    if (!some) continue
    const seen = await app.inject({ url: `/api/cases/${some.id}`, headers })
    assert.equal(seen.statusCode, 200, `${account}: ${seen.body}`)
    assert.ok(seen.json().may.length > 0, account)
    if (account !== 'resident') continue
    assert.ok(rows.length === 5 && rows.some(({ state }) => state === 'resolved'))
    const looks = await app.inject({ url: '/api/looks', headers })
    assert.ok(looks.json().length > 0, 'who handled it has looked')
  }
  const { rows: waitingToLeave } = await within(database, { as: 'owner', district: district.code }, (connection) =>
    sql`select 1 from record.outbox where district = ${district.code} and not delivered limit 1`.execute(connection),
  )
  assert.equal(waitingToLeave.length, 1, 'what happened of late is still to be told')
})

test('each register goes out as a sheet that people read, and comes in again as it was', async () => {
  const headers = await signedIn('admin')
  const registers: { path: string }[] = (await app.inject({ url: '/api/registers', headers })).json()
  assert.ok(registers.length >= 10)
  for (const { path } of registers) {
    const url = `/api/registers/${path}`
    const { rawPayload } = await app.inject({ url: `${url}.xlsx?entries=true`, headers })
    const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="sheet.xlsx"\r\n\r\n'
    const sent = await app.inject({
      ...{ method: 'POST', url: `${url}/sheet?preview=true` },
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=edge', 'idempotency-key': randomUUID() },
      payload: Buffer.concat([Buffer.from(head), rawPayload, Buffer.from('\r\n--edge--\r\n')]),
    })
    const { rows = [], problems }: { rows?: { is: string }[]; problems: unknown[] } = sent.json()
    assert.deepEqual([sent.statusCode, problems], [200, []], `${path}: ${sent.body.slice(0, 500)}`)
    assert.ok(rows.length > 0 && rows.every(({ is }) => is === 'unchanged'), path)
  }
})
