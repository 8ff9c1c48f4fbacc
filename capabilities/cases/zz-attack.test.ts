import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district } = stage
const w = await stage.at('wangMin')
const sec = await stage.at('secretary')
const disp = await stage.at('dispatcher')
const rep = async (who = stage.nobody()) => ({ who, id: (await who.send('report', '', lampReport())).body.id as string })
const tally = (answers: any[]) => {
  const out: Record<string, number> = {}
  for (const { status, body } of answers) {
    const k = `${status} ${body?.code ?? body?.done?.command ?? ''} ${status >= 400 ? (body?.detail ?? '').slice(0, 60) : ''}`
    out[k] = (out[k] ?? 0) + 1
  }
  return out
}
test('merge a b', async () => {
  for (let round = 0; round < 8; round++) {
    const [a, b] = [await rep(), await rep()]
    await w.send('accept', a.id)
    await w.send('accept', b.id)
    const r = await Promise.all([
      w.send('merge', a.id, { parent: b.id }),
      w.send('merge', b.id, { parent: a.id }),
      w.send('merge', a.id, { parent: a.id }),
    ])
    if (round < 3)
      console.log(
        'merge',
        tally(r),
        (await w.get(`/api/cases/${a.id}`)).body.item?.state,
        (await w.get(`/api/cases/${b.id}`)).body.item?.state,
      )
  }
})
test('split equal ids', async () => {
  const a = await rep()
  await w.send('accept', a.id)
  const same = randomUUID()
  const part = (id: string) => ({ id, category: 'municipal.streetLamp', words: 'x' })
  console.log('split same', tally([await w.send('split', a.id, { parts: [part(same), part(same)] })]))
  console.log('split own id', tally([await w.send('split', a.id, { parts: [part(a.id)] })]))
  const b = await rep()
  console.log('split existing id', tally([await w.send('split', a.id, { parts: [part(b.id)] })]))
  console.log('split upper', tally([await w.send('split', a.id, { parts: [part(same), part(same.toUpperCase())] })]))
  const c = await rep()
  await w.send('accept', c.id)
  const n = randomUUID()
  console.log(
    'split race same',
    tally(
      await Promise.all([
        w.send('split', c.id, { parts: [part(n)] }),
        w.send('split', c.id, { parts: [part(n)] }),
        stage.nobody().send('report', '', lampReport({ id: n })),
      ]),
    ),
  )
})
test('accept dispatch withdraw', async () => {
  const all: any[] = []
  for (let round = 0; round < 10; round++) {
    const a = await rep()
    all.push(
      ...(await Promise.all([
        w.send('accept', a.id),
        a.who.send('withdraw', a.id),
        w.send('accept', a.id),
        disp.send('dispatch', a.id, { lead: 'urban' }),
      ])),
    )
  }
  console.log('adw', tally(all))
})
test('rate twice', async () => {
  const a = await rep()
  await w.send('accept', a.id)
  console.log('solve', tally([await w.send('solveOnSite', a.id, { outcome: 'solved', done: 'ok' })]))
  const it = (await w.get(`/api/cases/${a.id}`)).body.item
  console.log(it.state)
  if (it.state === 'verifying') console.log(tally([await sec.send('verify', a.id, {}), await disp.send('verify', a.id, {})]))
  console.log(
    'rate',
    tally(
      await Promise.all([
        a.who.send('rate', a.id, { solved: true, level: 5 }),
        a.who.send('rate', a.id, { solved: false, level: 1 }),
        a.who.send('rate', a.id, { solved: true, level: 5 }),
      ]),
    ),
  )
})
test('same key at once', async () => {
  const who = stage.nobody()
  const key = randomUUID()
  console.log('key', tally(await Promise.all(Array.from({ length: 12 }, () => who.send('report', '', lampReport(), { key })))))
  const id = randomUUID()
  console.log(
    'same id',
    tally(await Promise.all(Array.from({ length: 6 }, () => stage.nobody().send('report', '', lampReport({ id }))))),
  )
})
test('far dates', async () => {
  const a = await rep()
  await w.send('accept', a.id)
  await w.send('escalate', a.id, { words: 'x' })
  const out: any = {}
  for (const until of ['9999-12-31', '0000-01-01', '2027-12-31', '2028-06-01', '2026-01-01'])
    out[until] = tally([
      await disp.send('dispatch', a.id, { lead: 'urban' }).then(async () => {
        const l = await stage.at('lamps')
        await l.send('receive', a.id)
        return l.send('askSuspension', a.id, { reason: 'weather', until, words: 'x' })
      }),
    ])
  console.log(out)
  const b = await rep()
  await w.send('accept', b.id)
  console.log(
    'whistle',
    tally([
      await sec.send('whistle', b.id, { units: ['urban'], place: 'x', at: '9999-12-31T23:59:59Z' }),
      await sec.send('whistle', b.id, { units: ['urban'], place: 'x', at: '0000-01-01T00:00:00Z' }),
    ]),
  )
  console.log(
    'outerDue',
    tally([
      await sec.send('report', '', lampReport({ as: 'phone', outerId: 'x', outerDueAt: '0000-01-01T00:00:00Z' })),
      await sec.send('report', '', lampReport({ as: 'phone', outerId: 'x', outerDueAt: '9999-12-31T23:59:59Z' })),
    ]),
  )
  console.log(
    'said',
    tally([await w.send('comment', b.id, { words: 'x' }, { headers: { 'linli-said-at': '0000-01-01T00:00:00Z' } })]),
  )
})
test('year end', async () => {
  for (const t of ['2026-12-31T23:59:59+08:00', '2027-12-31T17:00:00+08:00']) {
    stage.clock.set?.(Temporal.Instant.from(t)) ?? console.log(Object.keys(stage.clock))
    const r = await stage.nobody().send('report', '', lampReport())
    console.log('year end', t, tally([r]), JSON.stringify(r.body.view?.item?.limits?.map((l: any) => l.dueAt)))
  }
})
test('erase', async () => {
  const { erase } = await import('#kernel/vault/store.ts')
  const phone = '13877776666'
  const r = await stage.resident(phone)
  const id = (await r.send('report', '', lampReport({ words: '独特词ZEBRA 在我家', name: '钱独特', phone, home: '独特楼9号' })))
    .body.id
  await r.send('comment', id, { words: '独特评论YAK' })
  await w.send('accept', id)
  const rows = await within(database, { as: 'owner' }, (c) =>
    sql<{ reporter: string }>`select reporter from cases.cases where id=${id}`.execute(c),
  )
  const subject = rows.rows[0]?.reporter ?? ''
  await within(database, { as: 'command', district }, (c) => erase(c, { district, subject }, stage.clock.now()))
  for (const [n, p] of Object.entries({ worker: w, sec, disp, reporter: r }))
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/events`, '/api/cases', '/api/looks', '/api/notices']) {
      const x = await p.get(path)
      if (x.status !== 200 || /ZEBRA|YAK|钱独特|独特楼|13877776666/.test(JSON.stringify(x.body)))
        console.log('erased', n, path, x.status, JSON.stringify(x.body).slice(0, 200))
    }
  console.log('reveal', tally([await w.post(`/api/cases/${id}/reveal`, { reason: 'test why' })]))
  console.log('erased comments', tally([await r.send('comment', id, { words: 'again' })]))
  console.log('erased reports', tally([await r.send('report', '', lampReport())]))
  const back = await stage.resident(phone).catch((e) => String(e))
  console.log('back', typeof back === 'string' ? back : tally([await back.send('report', '', lampReport())]))
  await within(database, { as: 'owner' }, async (c) => {
    const t = await sql<{
      n: string
    }>`select table_schema||'.'||table_name as n from information_schema.tables where table_type='BASE TABLE' and table_schema not in ('pg_catalog','information_schema')`.execute(
      c,
    )
    for (const { n } of t.rows) {
      const f = await sql<{
        x: string
      }>`select left(t::text,200) as x from ${sql.table(n)} t where t::text ~ 'ZEBRA|YAK|钱独特|独特楼|13877776666' limit 2`
        .execute(c)
        .catch(() => ({ rows: [] }))
      if (f.rows.length) console.log('LEFT', n, f.rows[0])
    }
  })
})
