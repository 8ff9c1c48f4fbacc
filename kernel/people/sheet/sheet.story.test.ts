import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { onServer } from '#testing/database.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import { takeName } from '../admin/store/people.ts'
import { changesBefore } from '../admin/trail.ts'

const stage = await setStage()
const { district, app, database } = stage
const head = '姓名,电话或账号,岗位,单位或网格'
const mine = (name: string) => `${name}.${district}`

/** Sends lines as a sheet. */
async function send({ cookie = '' }: Hand, lines: readonly string[], preview = false, to = stage, key: string = randomUUID()) {
  const form = new FormData()
  form.set('file', new Blob([lines.join('\n')]), 'people.csv')
  const request = new Request('http://here/', { method: 'POST', body: form })
  const reply = await to.app.inject({
    ...{ method: 'POST', url: `/api/people/sheet?preview=${preview}` },
    headers: {
      cookie,
      'idempotency-key': key,
      'linli-district': to.district,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: reply.statusCode, body: JSON.parse(reply.body) }
}
const inside = async (account: string, password: string) =>
  (await app.inject({ method: 'POST', url: '/api/session', payload: { account, password } })).statusCode

test('a sheet makes many at once, each with their posts, by names or codes; their first passwords are told once', async () => {
  const admin = await stage.at('admin')
  const lines = [
    head,
    `孙新,${mine('sun')},网格员,g-plum`,
    `孙新,${mine('sun')},communitySecretary,花园社区`,
    `钱新,${mine('qian')},派单员,`,
  ]
  const looked = await send(admin, lines, true)
  assert.deepEqual([looked.status, looked.body.written, looked.body.made, looked.body.problems], [200, false, [], []])
  assert.deepEqual(
    looked.body.rows.map(
      ({ name, role, unit }: { name: string; role: { zh: string }; unit: string }) => `${name} ${role.zh} ${unit}`,
    ),
    ['孙新 网格员 梅园网格', '孙新 社区书记 花园社区', `钱新 派单员 ${looked.body.rows[2].unit}`],
  )
  const { status, body } = await send(admin, lines)
  assert.deepEqual([status, body.written, body.made.length], [200, true, 2], JSON.stringify(body))
  const [{ account, password }] = body.made
  assert.equal(await inside(account, password), 200)
  const found = (await admin.get(`/api/people?search=${encodeURIComponent('孙新')}`)).body.rows
  assert.deepEqual(found[0].posts.map(({ unit }: { unit: string }) => unit).toSorted(), ['g-plum', 'garden'])
  const again = await send(admin, lines)
  assert.equal(again.status, 400)
  assert.match(JSON.stringify(again.body.fields), /B2.*已有人用/)
})

test('a sheet whose reply was lost is sent again under its key: the same passwords are told, and nobody is made twice', async () => {
  const admin = await stage.at('admin')
  const lines = [head, `金新,${mine('jin')},网格员,g-plum`, `金新,${mine('jin')},网格员,g-pine`, `魏新,${mine('wei')},督办员,`]
  const again = (key: string, sent = lines) => send(admin, sent, false, stage, key)
  const key = randomUUID()
  assert.equal((await again(key, [...lines, '姜新,,督办员,'])).status, 400, 'what was refused leaves the key free')
  const first = await again(key)
  assert.equal(first.status, 200, JSON.stringify(first.body))
  assert.deepEqual(await again(key), first)
  assert.equal(await inside(first.body.made[0].account, first.body.made[0].password), 200)
  assert.equal((await again(key, [head, lines[3] ?? ''])).status, 422)
  assert.equal((await again(randomUUID())).status, 400, 'under another key it is another sheet')
  const found = (await admin.get(`/api/people?search=${encodeURIComponent('金新')}`)).body.rows
  assert.deepEqual([found.length, found[0].posts.length], [1, 2])
})

test('what is wrong is told cell by cell, and nobody is made', async () => {
  const admin = await stage.at('admin')
  // Tomorrow is its last day.
  const closing = { code: 'old-station', kind: 'station', name: '旧站', parent: 'north' }
  assert.equal((await admin.post('/api/units', closing)).status, 200)
  assert.equal((await admin.patch('/api/units/old-station', { until: '2026-03-03' })).status, 200)
  const wrong = [
    head,
    `李新,${mine('li')},网格员,`,
    `周新,${mine('zhou')},皇帝,花园社区`,
    `郑新,${mine('zheng')},网格员,花园社区`,
    `,${mine('wu')},派单员,`,
    `王新,汉字,督办员,`,
    `冯新,${mine('feng')},督办员,`,
    `陈新,${mine('feng')},回访员,`,
    `楚新,${mine('chu')},系统管理员,`,
    `蒋新,${mine('jiang')},派单员,花园社区`,
    `沈新,${mine('shen')},承办单位经办人,旧站`,
  ]
  const { status, body } = await send(admin, wrong)
  assert.equal(status, 400)
  assert.deepEqual(
    body.fields.map(({ field }: { field: string }) => field),
    ['D2', 'C3', 'D4', 'A5', 'B6', 'A8', 'C9', 'D10', 'D11'],
    JSON.stringify(body.fields),
  )
  assert.deepEqual((await admin.get(`/api/people?search=${encodeURIComponent('新')}`)).body.rows.length, 4, 'as before')
  assert.equal((await send(admin, [head])).status, 400)
  assert.match((await send(admin, ['姓名,岗位', '李新,网格员'])).body.fields[0].because.zh, /缺少这一列/)
})

test('names that two districts want crosswise go to one of them; a look takes none, and waits for nobody', async () => {
  const other = await setStage()
  const [here, there] = [await stage.at('admin'), await other.at('admin')]
  const lines = ['first', 'middle', 'last'].map((name) => `许新,${mine(name)},督办员,`)
  const both = () => Promise.all([send(here, [head, ...lines]), send(there, [head, ...lines.toReversed()], false, other)])
  // Somebody has the name in the middle until both sheets wait, and gives it back: then each would have what the other wants.
  const [taken, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const hold = async (connection: Connection) => {
    await takeName(connection, other.district, mine('middle'), randomUUID())
    taken.resolve()
    await free.promise
  }
  const held = onServer ? within(database, { as: 'command', district: other.district }, hold, () => false) : taken.resolve()
  await taken.promise
  assert.deepEqual((await send(here, [head, ...lines], true)).body.problems, [], 'a look does not wait for it')
  const sent = both()
  for (let waiting = 0, looks = 0; onServer && waiting < 2 && looks < 200; looks++) {
    await sleep(25)
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from pg_locks where not granted`.execute(
      database.kysely,
    )
    waiting = rows[0]?.count ?? 0
  }
  free.resolve()
  await held
  const replies = await sent
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 400], JSON.stringify(replies.map(({ body }) => body)))
})

test('that a sheet was tried is in the trail; so many rows an hour are tried, since each asks whether a name is taken', async () => {
  const own = await setStage()
  const admin = await own.at('admin')
  const rows = Array.from({ length: 200 }, () => `严新,yan.${own.district},督办员,`)
  for (let tried = 0; tried < 20; tried++) assert.equal((await send(admin, [head, ...rows], true, own)).status, 200)
  assert.equal((await send(admin, [head, ...rows], true, own)).status, 429)
  const trail = await within(database, { as: 'command', district: own.district }, (connection) =>
    changesBefore(connection, own.district, undefined, 1),
  )
  assert.deepEqual(
    trail.map(({ what, told }) => [what, told]),
    [['people tried', { rows: 200 }]],
  )
})

test('a telephone to sign in with is kept from the trail; nobody but the system administrator brings people in', async () => {
  const admin = await stage.at('admin')
  // Names are one for all districts: a number that no other test has.
  const phone = `1${`${Number.parseInt(randomUUID().slice(0, 8), 16)}`.padStart(10, '3')}`
  const { status } = await send(admin, [head, `何新,${phone},督办员,`])
  assert.equal(status, 200)
  const another = `${phone.slice(0, -1)}${(Number(phone.at(-1)) + 1) % 10}`
  assert.equal((await admin.post('/api/people', { name: '施新', account: another })).status, 200)
  const trail = await within(database, { as: 'command', district }, (connection) =>
    changesBefore(connection, district, undefined, 10),
  )
  const told = JSON.stringify(trail)
  for (const kept of ['何新', '施新', `${phone.slice(0, 3)}****`]) assert.ok(told.includes(kept), kept)
  for (const telephone of [phone, another]) assert.ok(!told.includes(telephone), 'by a sheet or one by one')
  assert.equal((await send(await stage.at('dispatcher'), [head, `吕新,${mine('lv')},督办员,`])).status, 403)
  assert.equal((await send(stage.nobody(), [head])).status, 401)
  assert.equal((await (await stage.at('dispatcher')).get('/api/people/sheet.xlsx')).status, 403)
  const { status: given, bytes } = await admin.bytes('/api/people/sheet.xlsx')
  assert.deepEqual([given, bytes.subarray(0, 2).toString()], [200, 'PK'])
})
