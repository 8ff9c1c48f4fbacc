import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { followsFromEvents } from '#kernel/register/verify.ts'
import { onServer } from '#testing/database.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { categories } from './catalogue/categories.ts'
import type { Category } from './catalogue/category.ts'
import { categoryRegister } from './categoryRegister.ts'
import { caseFlow } from './flow.ts'

const stage = await setStage()
const base = '/api/registers/categories'
const lamp = 'municipal.streetLamp'

/** Sends an edit as somebody at a post. */
async function ask(
  method: 'PUT' | 'DELETE',
  url: string,
  payload: object | undefined,
  { key = randomUUID(), name = 'admin' } = {},
) {
  const cookie = await cookieOf(name)
  const reply = await stage.app.inject({
    ...{ method, url, ...(payload !== undefined && { payload }) },
    headers: { cookie: `linli=${cookie}`, 'idempotency-key': key },
  })
  return { status: reply.statusCode, body: JSON.parse(reply.body) }
}
const cookies = new Map<string, string>()
async function cookieOf(name: string): Promise<string> {
  const known = cookies.get(name)
  if (known) return known
  const payload = { account: `${name}.${stage.district}`, password: 'a long enough secret' }
  const reply = await stage.app.inject({ method: 'POST', url: '/api/session', payload })
  const value = reply.cookies.find((cookie) => cookie.name === 'linli')?.value ?? ''
  cookies.set(name, value)
  return value
}
const standard = (code: string): Category => {
  const found = categories.find((one) => one.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const verified = () =>
  verify(stage.database, [provable(caseFlow)], stage.district, undefined, [followsFromEvents(categoryRegister)])
const slower = (days: number): Category => {
  const one = structuredClone(standard(lamp))
  for (const limits of Object.values(one.limits.byKind)) limits.resolve = { workingDays: days }
  return one
}

suite('the categories of a district are a register', () => {
  let admin: Awaited<ReturnType<typeof stage.at>>
  before(async () => {
    admin = await stage.at('admin')
  })

  test('anybody reads them page by page, and finds one by its name', async () => {
    const codes: string[] = []
    let cursor = ''
    do {
      const page = await stage.nobody().get(`${base}?limit=20${cursor && `&cursor=${cursor}`}`)
      assert.equal(page.status, 200, JSON.stringify(page.body))
      codes.push(...page.body.rows.map((row: { key: string }) => row.key))
      cursor = page.body.next ?? ''
    } while (cursor)
    assert.deepEqual(codes, categories.map(({ code }) => code).sort())
    const found = await stage.nobody().get(`${base}?text=${encodeURIComponent('路灯')}`)
    assert.ok(found.body.rows.some((row: { key: string }) => row.key === lamp))
    assert.deepEqual((await stage.nobody().get(`${base}?text=${encodeURIComponent('100%')}`)).body.rows, [])
    const [named] = (await stage.nobody().get('/api/registers')).body
    assert.deepEqual([named.path, named.mayEdit, named.entry.required.includes('lead')], ['categories', ['systemAdmin'], true])
  })

  test('only the system administrator changes them, and others are told who does', async () => {
    const told = await ask('PUT', `${base}/${lamp}`, { entry: slower(3), version: 1 }, { name: 'dispatcher' })
    assert.equal(told.status, 403)
    assert.match(told.body.because.zh, /系统管理员/)
    assert.equal(
      (
        await stage.app.inject({
          method: 'PUT',
          url: `${base}/${lamp}`,
          payload: { entry: slower(3), version: 1 },
          headers: { 'idempotency-key': randomUUID() },
        })
      ).statusCode,
      401,
    )
  })

  test('a changed rule never changes a running limit: the case before keeps its moment, the next has the new rule', async () => {
    const wangMin = await stage.at('wangMin')
    const dueOf = async (id: string) => {
      await wangMin.send('accept', id)
      await wangMin.send('dispatch', id, { lead: 'urban' })
      const received = await (await stage.at('lamps')).send('receive', id)
      return received.body.view.item.limits.find((limit: { step: string }) => limit.step === 'resolve')
    }
    const earlier = (await stage.nobody().send('report', '', lampReport())).body.id
    const first = await dueOf(earlier)

    const key = randomUUID()
    const put = await ask('PUT', `${base}/${lamp}`, { entry: slower(9), version: 1 }, { key })
    assert.equal(put.status, 200, JSON.stringify(put.body))
    assert.deepEqual([put.body.repeated, put.body.view.version], [false, 2])
    const again = await ask('PUT', `${base}/${lamp}`, { entry: slower(9), version: 1 }, { key })
    assert.deepEqual([again.status, again.body.repeated, again.body.view.version], [200, true, 2])

    const next = await dueOf((await stage.nobody().send('report', '', lampReport())).body.id)
    const kept = await (await stage.at('lamps')).get(`/api/cases/${earlier}`)
    assert.deepEqual(
      kept.body.item.limits.find((limit: { step: string }) => limit.step === 'resolve'),
      first,
    )
    assert.ok(next.dueAt > first.dueAt, `${next.dueAt} after ${first.dueAt}`)
  })

  test('a change based on an old version is refused, with both shown', async () => {
    const late = await ask('PUT', `${base}/${lamp}`, { entry: slower(4), version: 1 })
    assert.equal(late.status, 409)
    assert.equal(late.body.code, 'conflict')
    assert.equal(late.body.theirs.version, 2)
    assert.deepEqual(late.body.theirs.entry.limits.byKind.help.resolve, { workingDays: 9 })
    assert.deepEqual(late.body.yours.entry.limits.byKind.help.resolve, { workingDays: 4 })
    const taken = await ask('PUT', `${base}/${lamp}`, { entry: slower(4), version: 0 })
    assert.match(taken.body.because.zh, /已有这个代码/)
  })

  test('what breaks a rule is refused by field: a group, a unit, a duty taken back, a limit longer than the whole', async () => {
    const broken = structuredClone(slower(9))
    Object.assign(broken, { parent: 'nothing', dutyList: 'takenBack', lead: { unitKind: 'community' } })
    broken.limits.urgent.contact = { workingDays: 50 }
    broken.assisting.push({ unitKind: 'bureau', code: 'atlantis' })
    const told = await ask('PUT', `${base}/${lamp}`, { entry: broken, version: 2 })
    assert.equal(told.status, 400)
    const fields = told.body.fields.map(({ field }: { field: string }) => field)
    for (const field of ['parent', 'code', 'lead', 'assisting.0', 'limits.urgent.contact'])
      assert.ok(fields.includes(field), `${field} of ${fields}`)
    assert.equal((await ask('PUT', `${base}/${lamp}`, { entry: { code: lamp }, version: 2 })).status, 400)
    assert.equal((await ask('PUT', `${base}/${lamp}`, { entry: slower(9), version: 2, ends: '2020-01-01' })).status, 400)
    assert.equal((await ask('DELETE', `${base}/${lamp}?version=2&on=2026-03-01`, undefined)).status, 400)
    assert.equal((await ask('PUT', `${base}/other.code`, { entry: slower(9), version: 2 })).status, 400)
    assert.equal((await admin.get(`${base}/${lamp}`)).body.version, 2, 'nothing changed')
  })

  test('one that ends is never removed: no case takes it any more, its history tells who did what', async () => {
    const dead = await ask('DELETE', `${base}/${lamp}?version=2`, undefined)
    assert.equal(dead.status, 200, JSON.stringify(dead.body))
    assert.equal(dead.body.view.ends, '2026-03-02')
    const codes = (await stage.nobody().get('/api/categories')).body.map((one: Category) => one.code)
    assert.ok(!codes.includes(lamp))
    assert.equal((await stage.nobody().send('report', '', lampReport())).status, 400)
    const listed = await admin.get(`${base}?ended=true&limit=500`)
    assert.ok(listed.body.rows.some((row: { key: string }) => row.key === lamp))
    const back = await ask('PUT', `${base}/${lamp}`, { entry: slower(9), version: 3 })
    assert.deepEqual([back.body.view.version, back.body.view.ends], [4, undefined])

    const history = await admin.get(`${base}/${lamp}/history`)
    assert.deepEqual(
      history.body.map(({ act }: { act: string }) => act),
      ['adopt', 'put', 'end', 'put'],
    )
    const [, changed, ended] = history.body
    assert.equal(changed.by.name, '朱管')
    assert.deepEqual(
      changed.changes.map(({ field }: { field: string }) => field),
      ['limits'],
    )
    assert.deepEqual(changed.changes[0].after.byKind.help.resolve, { workingDays: 9 })
    assert.deepEqual(ended.changes, [{ field: 'ends', after: '2026-03-02' }])
    assert.equal((await stage.nobody().get(`${base}/${lamp}/history`)).status, 401)
  })

  test('another district neither sees nor changes them', async () => {
    const other = await setStage()
    const seen = await other.nobody().get(`${base}/${lamp}`)
    assert.equal(seen.body.version, 1)
    const { rows } = await within(stage.database, { as: 'command', district: other.district }, (connection) =>
      sql<{ district: string }>`select distinct district from cases.categories`.execute(connection),
    )
    assert.deepEqual(rows, [{ district: other.district }])
  })

  test('verify finds nothing wrong, and finds a category changed by hand', async () => {
    await sealDistrict(stage.database, stage.district, stage.clock.now())
    const clean = await verified()
    assert.deepEqual(clean.findings, [])
    assert.equal(clean.unsealed, 0)
    await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
      sql`update cases.categories set category = jsonb_set(category, '{name,zh}', '"灯"') where district = ${stage.district} and code = ${lamp}`.execute(
        connection,
      ),
    )
    assert.match((await verified()).findings[0]?.what ?? '', /its row was changed/)
    await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
      sql`delete from record.events where district = ${stage.district} and item = ${`categories/${lamp}`} and sequence = 2`.execute(
        connection,
      ),
    )
    assert.ok((await verified()).findings.some(({ what }) => /is missing|slipped in/.test(what)))
  })

  const racing = onServer ? test : () => {}
  racing('of two administrators who change the same one at once, one wins', async () => {
    const entry = standard('services.certificate')
    const tries = [1, 2, 3].map((days) => {
      const mine = structuredClone(entry)
      mine.limits.byKind.help.resolve = { workingDays: days + 5 }
      return ask('PUT', `${base}/${entry.code}`, { entry: mine, version: 1 })
    })
    const told = (await Promise.all(tries)).map(({ status }) => status).sort()
    assert.deepEqual(told, [200, 409, 409])
  })
})
