import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { district, clock } = stage

const signedIn = async (account: string, password = everybodysPassword): Promise<Hand> =>
  stage.hand(await stage.cookieOf('/api/session', { account: `${account}.${district}`, password }))
/** Makes somebody and gives their id and initial password. */
const hire = async (name: string, account: string): Promise<{ id: string; password: string }> => {
  const made = await (await signedIn('admin')).post('/api/people', { name, account: `${account}.${district}` })
  assert.equal(made.status, 200, JSON.stringify(made.body))
  return made.body
}
/** Somebody new who has set a password of their own. */
const settled = async (account: string, password: string): Promise<Hand> => {
  const own = await signedIn(account, password)
  assert.equal((await own.post('/api/session/password', { old: password, password: everybodysPassword })).status, 200)
  return signedIn(account)
}

test('a new grid worker signs in with the initial password, must change it, and finds their queue', async () => {
  const admin = await signedIn('admin')
  const { id, password } = await hire('郭新', 'guoxin')
  const given = { account: id, role: 'gridWorker', unit: 'g-pine', starts: '2026-03-01' }
  assert.equal((await admin.post('/api/posts', given)).status, 200)
  const first = await signedIn('guoxin', password)
  assert.equal((await first.get('/api/session')).body.first, 'password')
  const guessed = await first.post('/api/session/password', { old: password, password: 'GuoXin2026!' })
  assert.equal(guessed.status, 400)
  assert.equal((await first.post('/api/session/password', { old: password, password })).status, 400, 'whoever made it knows it')
  const placed = { old: password, password: '试验区试验区试验区2026' }
  assert.equal((await first.post('/api/session/password', placed)).status, 400, 'the district’s name')
  assert.match(guessed.body.detail, /容易被猜到/)
  const own = await settled('guoxin', password)
  await stage.nobody().send('report', '', lampReport({ place: { code: 'g-pine' } }))
  const queue = await own.get('/api/cases?scope=queue')
  assert.ok(queue.body.rows.length > 0, JSON.stringify(queue.body))

  assert.equal(
    (await admin.post('/api/people', { name: '又一个', account: `GUOXIN.${district}` })).status,
    409,
    'the name is taken',
  )
  const reset = await admin.post(`/api/people/${id}/password`)
  assert.equal((await own.get('/api/cases')).status, 401, 'a new initial password signs them out')
  assert.equal((await (await signedIn('guoxin', reset.body.password)).get('/api/session')).body.first, 'password')
  assert.equal((await admin.patch(`/api/people/${id}`, { ended: true })).status, 200)
  await assert.rejects(signedIn('guoxin', reset.body.password))
})

test('who stands in during a leave has the post until the last day, and no longer', async () => {
  const wangMin = await stage.at('wangMin')
  const posts = (await wangMin.get('/api/people?search=王敏')).body.rows[0].posts
  const own = posts.find(({ unit }: { unit: string }) => unit === 'g-plum')
  const leave = { account: 'liQiang', from: '2026-03-02', until: '2026-03-04' }
  assert.equal(
    (await wangMin.post(`/api/posts/${own.id}/stand-ins`, { ...leave, account: 'lamps' })).status,
    409,
    'neither role nor unit',
  )
  assert.equal((await (await stage.at('lamps')).post(`/api/posts/${own.id}/stand-ins`, leave)).status, 403)
  // She is told who could, and nobody else may look: those at her unit or of her role, and never herself.
  const near = (await wangMin.get(`/api/posts/${own.id}/stand-ins`)).body
  const [first, ...others] = near.candidates.map(({ id }: { id: string }) => id)
  assert.deepEqual([first, others.toSorted()], ['secretary', ['liQiang', 'market']], 'of her unit first, then of her role')
  assert.deepEqual([near.named, near.more], [[], false])
  assert.equal((await wangMin.get(`/api/posts/${own.id}/stand-ins?search=李`)).body.candidates[0].id, 'liQiang')
  // What a colleague signs in with may be a telephone: only administrators find them by it.
  const byAccount = `/api/posts/${own.id}/stand-ins?search=liQiang.`
  assert.deepEqual((await wangMin.get(byAccount)).body.candidates, [])
  assert.equal((await (await stage.at('admin')).get(byAccount)).body.candidates[0].id, 'liQiang')
  assert.equal((await (await stage.at('lamps')).get(`/api/posts/${own.id}/stand-ins`)).status, 403)
  const leader = (await (await stage.at('secretary')).get(`/api/posts/${own.id}/stand-ins`)).body.candidates
  assert.ok(leader.length > 0 && leader.every(({ id }: { id: string }) => id !== 'secretary'), 'nobody names themself')
  assert.equal((await wangMin.get('/api/posts/nowhere/stand-ins')).status, 404)
  const named = await wangMin.post(`/api/posts/${own.id}/stand-ins`, leave)
  assert.equal(named.status, 200, JSON.stringify(named.body))
  const { id } = (await stage.nobody().send('report', '', lampReport())).body
  const [standsIn] = (await wangMin.get(`/api/posts/${own.id}/stand-ins`)).body.named
  assert.deepEqual([standsIn.name, standsIn.starts, standsIn.ends], ['李强', '2026-03-02', '2026-03-05'])
  // Whoever could name others does not name themself, and who stands in hands the post on to nobody.
  const post = (await (await signedIn('admin')).get('/api/posts?unit=g-plum')).body.rows
  assert.ok(post.length >= 2)
  const admin = await signedIn('admin')
  assert.equal((await admin.post(`/api/posts/${own.id}/stand-ins`, { ...leave, account: 'admin' })).status, 403)
  const handedOn = await (await stage.at('liQiang')).post(`/api/posts/${named.body.id}/stand-ins`, {
    ...leave,
    account: 'market',
  })
  assert.equal(handedOn.status, 409)
  const liQiang = await stage.at('liQiang')
  const standing = (await liQiang.get('/api/session')).body.posts.find(({ standsIn }: { standsIn: boolean }) => standsIn)
  assert.ok(standing)
  const asStandIn = { headers: { 'linli-post': standing.id } }
  assert.equal((await liQiang.send('accept', id, {}, asStandIn)).status, 200)

  // A post's last day is moved, on and back, and the last word counts.
  const own2 = (await admin.get('/api/posts?unit=g-pine&role=gridWorker')).body.rows.find(
    ({ account }: { account: string }) => account === 'liQiang',
  )
  for (const until of ['2026-12-30', '2027-06-29']) {
    assert.equal((await admin.patch(`/api/posts/${own2.id}`, { until })).status, 200)
    const [now] = (await admin.get('/api/posts?account=liQiang&unit=g-pine')).body.rows
    assert.equal(now.ends, until === '2026-12-30' ? '2026-12-31' : '2027-06-30')
  }
  clock.moveTo('2026-03-05T09:00:00+08:00')
  const later = await signedIn('liQiang')
  assert.ok(!(await later.get('/api/session')).body.posts.some(({ standsIn }: { standsIn: boolean }) => standsIn))
})

test('nobody makes themself an administrator, and the last one stays', async () => {
  const admin = await signedIn('admin')
  const post = (account: string, role: string) => ({ account, role, unit: district, starts: '2026-03-01' })
  assert.equal((await admin.post('/api/posts', post('admin', 'securityAdmin'))).status, 403)
  const guard = await hire('安全员', 'guard')
  assert.equal((await admin.post('/api/posts', post(guard.id, 'securityAdmin'))).status, 409, 'their password is known to others')
  await settled('guard', guard.password)
  assert.equal((await admin.post('/api/posts', post(guard.id, 'securityAdmin'))).status, 200, 'the first one')
  const auditor = await hire('审计员', 'auditor')
  const audit = await settled('auditor', auditor.password)
  assert.equal((await admin.post('/api/posts', post(auditor.id, 'auditAdmin'))).status, 403, 'from now on it is not for them')
  const security = await signedIn('guard')
  assert.equal((await security.post('/api/posts', post(auditor.id, 'auditAdmin'))).status, 200)
  assert.equal((await security.post('/api/posts', post(auditor.id, 'gridWorker'))).status, 403)

  const own = (await admin.get('/api/people?search=朱管')).body.rows[0].posts[0]
  assert.equal((await security.delete(`/api/posts/${own.id}`)).status, 409, 'the last system administrator')
  const later = await hire('以后的', 'later')
  await settled('later', later.password)
  const someday = { ...post(later.id, 'systemAdmin'), starts: '2090-01-01' }
  assert.equal((await security.post('/api/posts', someday)).status, 200)
  assert.equal((await security.delete(`/api/posts/${own.id}`)).status, 409, 'who comes in 2090 is not there today')
  assert.equal((await security.patch('/api/people/admin', { ended: true })).status, 409)
  assert.equal((await admin.patch(`/api/people/${guard.id}`, { ended: true })).status, 403, 'not for the system administrator')
  assert.equal((await admin.delete(`/api/posts/${own.id}`)).status, 403, 'nobody ends their own')

  assert.equal((await security.put('/api/second-factor', { roles: ['supervisor', 'nonsense'] })).status, 400)
  assert.equal((await security.put('/api/second-factor', { roles: ['supervisor'] })).status, 200)
  assert.equal((await (await signedIn('supervisor')).get('/api/session')).body.first, 'secondFactor')
  assert.equal((await admin.put('/api/second-factor', { roles: [] })).status, 403)

  const trail = await audit.get('/api/people/changes')
  const told = trail.body.rows.map(({ what }: { what: string }) => what)
  for (const what of ['account made', 'post given', 'stand-in named', 'password reset', 'account ended', 'second factor by role'])
    assert.ok(told.includes(what), what)
  assert.doesNotMatch(JSON.stringify(trail.body), /argon2id/)
  assert.equal((await admin.get('/api/people/changes')).status, 403)
})

test('a street keeps its own roster, and whoever is on it hears of an urgent report at night', async () => {
  const desk = await signedIn('streetDesk')
  const night = { from: '2026-03-05T18:00:00+08:00', to: '2026-03-06T08:00:00+08:00' }
  const roster = {
    unit: 'north',
    from: '2026-03-05T00:00:00+08:00',
    to: '2026-03-07T00:00:00+08:00',
    slots: [{ account: 'lamps', ...night }],
  }
  assert.equal((await desk.put('/api/duties', { ...roster, unit: 'garden' })).status, 403)
  const admin = await signedIn('admin')
  const itself = { ...roster, slots: [{ account: 'admin', ...night }] }
  assert.equal((await admin.put('/api/duties', itself)).status, 403, 'nobody puts themself on duty')
  assert.equal((await admin.put('/api/duties', { ...roster, unit: 'garden' })).status, 400, 'only streets have rosters')
  const backwards = { ...roster, slots: [{ account: 'lamps', from: night.to, to: night.from }] }
  assert.equal((await desk.put('/api/duties', backwards)).status, 400)
  assert.equal((await desk.put('/api/duties', { ...roster, slots: [{ account: 'nobody-here', ...night }] })).status, 400)
  // The same moments in other words are the same: what counts is the moment, not its text.
  const inUtc = { account: 'lamps', from: '2026-03-05T18:00:00+08:00', to: '2026-03-05T10:00:01Z' }
  assert.equal((await desk.put('/api/duties', { ...roster, slots: [inUtc] })).status, 200)
  const noEnd = { account: 'lamps', from: night.from, to: '2096-01-01T00:00:00Z' }
  assert.equal((await desk.put('/api/duties', { ...roster, slots: [noEnd] })).status, 400)
  const late = { from: '2026-03-06T07:00:00+08:00', to: '2026-03-06T12:00:00+08:00' }
  const twice = await desk.put('/api/duties', { ...roster, slots: [...roster.slots, { account: 'lamps', ...late }] })
  assert.deepEqual([twice.status, /第 2 班的人在同一时间还有另一班/.test(twice.body.because.zh)], [400, true])
  const relieved = [
    { account: 'wangMin', ...late },
    { account: 'lamps', ...late, from: night.to },
  ]
  assert.equal((await desk.put('/api/duties', { ...roster, slots: [...roster.slots, ...relieved] })).status, 200)
  assert.equal((await desk.put('/api/duties', roster)).status, 200)
  const dayAfter = { ...roster, from: '2026-03-06T00:00:00+08:00', to: '2026-03-08T00:00:00+08:00' }
  const early = await desk.put('/api/duties', { ...dayAfter, slots: [{ account: 'lamps', ...late }] })
  assert.deepEqual([early.status, /还有别处或前后一段的班/.test(early.body.because.zh)], [400, true])

  clock.moveTo('2026-03-05T23:00:00+08:00')
  const security = await signedIn('guard')
  assert.equal((await security.put('/api/second-factor', { roles: ['dutyOfficer'] })).status, 200)
  assert.equal((await (await signedIn('lamps')).get('/api/session')).body.first, 'secondFactor', 'also of whoever is on duty')
  assert.equal((await security.put('/api/second-factor', { roles: [] })).status, 200)
  const told = await stage.nobody().send('report', '', lampReport({ words: '闻到很重的煤气味', category: 'safety.gasLeak' }))
  assert.equal(told.body.view.item.holder.role, 'dutyOfficer', JSON.stringify(told.body.view.item.holder))
  const onDuty = await signedIn('lamps')
  const post = (await onDuty.get('/api/session')).body.posts.find(({ role }: { role: string }) => role === 'dutyOfficer')
  assert.ok(post)
})

test('what is no person, no unit or no day is refused, and changes nothing', async () => {
  const admin = await signedIn('admin')
  const before = (await admin.get('/api/people?limit=200')).body.rows.length
  for (const bad of [
    { name: '', account: 'x1' },
    { name: '甲\u202e', account: 'x1' },
    { name: '甲', account: '有空 格' },
    { name: '甲' },
  ])
    assert.equal((await admin.post('/api/people', bad)).status, 400, JSON.stringify(bad))
  const post = { account: 'lamps', role: 'gridWorker', unit: 'g-plum', starts: '2026-03-01' }
  for (const bad of [
    { unit: 'nowhere' },
    { unit: 'garden' },
    { role: 'dispatcher' },
    { account: 'nobody-here' },
    { role: 'resident' },
    { starts: '0001-01-01' },
    { until: '2026-02-01' },
  ])
    assert.equal((await admin.post('/api/posts', { ...post, ...bad })).status, 400, JSON.stringify(bad))
  assert.equal((await admin.get('/api/people?limit=200')).body.rows.length, before)
  assert.equal((await stage.nobody().get('/api/people')).status, 401)
  assert.equal((await (await stage.resident('13812340000')).get('/api/people')).status, 403)
})

test('an account that was ended is over at once, at whatever hour of the day', async () => {
  // One in the morning here is five in the afternoon of the day before where the database keeps its days.
  const night = await setStage('2099-03-02T01:00:00+08:00')
  const entering = { account: `lamps.${night.district}`, password: everybodysPassword }
  const lamps = night.hand(await night.cookieOf('/api/session', entering))
  assert.equal((await (await night.at('admin')).patch('/api/people/lamps', { ended: true })).status, 200)
  assert.equal((await lamps.get('/api/cases')).status, 401)
  assert.equal((await night.nobody().post('/api/session', entering)).status, 401)
})

test('a post is given once: whoever presses twice gives one, and ending it ends it', async () => {
  const admin = await signedIn('admin')
  const { id } = await hire('双击', 'twice')
  const given = { account: id, role: 'gridWorker', unit: 'g-pine', starts: '2026-03-01' }
  const both = await Promise.all([admin.post('/api/posts', given), admin.post('/api/posts', given)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal((await admin.post('/api/posts', { ...given, starts: '2026-05-01', until: '2026-05-31' })).status, 409)
  const [post, ...more] = (await admin.get(`/api/posts?account=${id}&day=2026-03-06`)).body.rows
  assert.deepEqual(more, [])
  assert.equal((await admin.patch(`/api/posts/${post.id}`, { until: '2026-04-30', anyway: true })).status, 200)
  assert.equal((await admin.post('/api/posts', { ...given, starts: '2026-05-01' })).status, 200, 'after it, anew')
})

test('administrators, and who manages property, are on no street’s duty; what is over stays; whose account ends has no turns', async () => {
  const desk = await signedIn('streetDesk')
  const [day, next] = ['2026-03-08T00:00:00+08:00', '2026-03-09T00:00:00+08:00']
  const night = { from: '2026-03-08T18:00:00+08:00', to: '2026-03-08T23:00:00+08:00' }
  const put = async (account: string, stretch = { from: day, to: next }, slot = night) =>
    (await desk.put('/api/duties', { unit: 'north', ...stretch, slots: [{ account, ...slot }] })).status
  const barred = ['systemAdmin', 'securityAdmin', 'auditAdmin', 'propertyManager'].map(async (role) => {
    const [first] = (await (await signedIn('guard')).get(`/api/posts?role=${role}&day=2026-03-06`)).body.rows
    assert.equal(await put(first.account), 409, role)
  })
  await Promise.all(barred)
  const yesterday = { from: '2026-03-03T00:00:00+08:00', to: '2026-03-04T00:00:00+08:00' }
  assert.equal(await put('lamps', yesterday, { from: '2026-03-03T18:00:00+08:00', to: '2026-03-03T23:00:00+08:00' }), 409)
  const { id } = await hire('值夜', 'nights')
  assert.equal(await put(id), 409, 'at no post yet')
  const post = { account: id, role: 'communityWorker', unit: 'garden', starts: '2026-03-01' }
  assert.equal((await (await signedIn('admin')).post('/api/posts', post)).status, 200)
  assert.equal(await put(id), 200)
  assert.equal((await (await signedIn('admin')).patch(`/api/people/${id}`, { ended: true, anyway: true })).status, 200)
  const { body } = await desk.get(`/api/duties?unit=north&from=${encodeURIComponent(day)}&to=${encodeURIComponent(next)}`)
  assert.deepEqual(body, [])
})

test('a district is never without a system administrator, also not from a day to come', async () => {
  const admin = await signedIn('admin')
  const { id, password } = await hire('乙管', 'second')
  await settled('second', password)
  const guard = await signedIn('guard')
  const post = { account: id, role: 'systemAdmin', unit: district, starts: '2026-03-01' }
  assert.equal((await guard.post('/api/posts', post)).status, 200)
  const rows: { id: string; account: string }[] = (await guard.get('/api/posts?role=systemAdmin&day=2026-03-06')).body.rows
  const [theirs, mine] = [rows.find(({ account }) => account === id), rows.find(({ account }) => account === 'admin')]
  assert.ok(theirs && mine, JSON.stringify(rows))
  assert.equal((await guard.patch(`/api/posts/${theirs.id}`, { until: '2026-04-30' })).status, 200)
  const last = await guard.patch(`/api/posts/${mine.id}`, { until: '2026-04-30' })
  assert.deepEqual([last.status, /最后一位系统管理员/.test(last.body.because.zh)], [409, true])
  assert.equal((await guard.patch(`/api/people/${mine.account}`, { ended: true })).status, 409)
  assert.equal((await guard.patch(`/api/posts/${theirs.id}`, { until: '2026-06-30' })).status, 200, 'theirs may be longer')
  assert.equal((await admin.get('/api/people?limit=1')).status, 200)
})
