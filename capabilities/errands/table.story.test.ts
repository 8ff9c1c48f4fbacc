import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { readCsv } from '#kernel/register/sheet/csv.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, setStage } from '#testing/stage.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const form = {
  ...{ code: 'form', name: { zh: '代填申报表', en: 'filling in a form' }, kind: 'forms', papers: [], letter: false },
  ...{ steps: '陪您填好。', department: '便民窗口', days: 1, hours: 1 },
}
const claim = { ...form, code: 'claim', name: { zh: '住院费用报销' }, kind: 'medicalInsurance', hours: 4 }
const key = () => ({ 'idempotency-key': randomUUID() })
const does = async (hand: Hand, id: string, ...names: string[]) => {
  for (const name of names) assert.equal((await hand.post(`/api/errands/${id}/${name}`, {}, key())).status, 200, name)
}
const files = async (hand: Hand, item: string) => {
  const told = { item, unit: 'plum-3', name: '王桂英', phone: '13800009999', note: '听力不好', atHome: false }
  return (await hand.post('/api/errands/file', told, key())).body.id as string
}
const idsOf = async (hand: Hand, query: string) => {
  const { status, body } = await hand.get(`/api/errands?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.rows.map(({ id }: { id: string }) => id)
}
const login = (name: string) =>
  stage.cookieOf('/api/session', { account: `${name}.${stage.district}`, password: everybodysPassword }).then(stage.hand)
/** Of 梅园: one that is done, one on its way, and one that is late. */
const known = { done: '', late: '', fresh: '' }

suite('the table of errands', () => {
  before(async () => {
    const admin = await stage.at('admin')
    for (const entry of [form, claim])
      assert.equal((await admin.put(`/api/registers/errand-items/${entry.code}`, { entry, version: 0 })).status, 200)
    const [helper, secretary] = [await stage.at('wangMin'), await stage.at('secretary')]
    known.late = await files(secretary, 'form')
    stage.clock.moveOn({ minutes: 1 })
    known.done = await files(helper, 'form')
    await does(helper, known.done, 'submit', 'conclude', 'close')
    stage.clock.moveOn({ hours: 6 * 24 })
    known.fresh = await files(await login('wangMin'), 'claim')
  })

  test('a community finds its errands by state, kind, helper, lateness, number and item, and in the order that it asks for', async () => {
    const secretary = await login('secretary')
    const { done, late, fresh } = known
    assert.deepEqual(await idsOf(secretary, ''), [fresh, done, late])
    assert.deepEqual(await idsOf(secretary, 'sort=due'), [late, fresh], 'what has no limit is not in it')
    assert.deepEqual(await idsOf(secretary, 'state=confirmed'), [done])
    assert.deepEqual(await idsOf(secretary, 'kind=medicalInsurance'), [fresh])
    assert.deepEqual(await idsOf(secretary, 'late=true'), [late])
    assert.deepEqual(await idsOf(secretary, 'helper=gridWorker@g-plum'), [fresh, done])
    assert.deepEqual(await idsOf(secretary, `q=${encodeURIComponent('填申报')}`), [done, late])
    assert.deepEqual(await idsOf(secretary, 'q=FORM'), [done, late])
    assert.deepEqual(await idsOf(secretary, 'q=%25'), [], 'a sign of patterns is a sign like any other')
    const { number } = (await secretary.get(`/api/errands/${late}`)).body.item
    assert.deepEqual(await idsOf(secretary, `q=${number}`), [late])
    assert.deepEqual(await idsOf(secretary, `after=${done}`), [late])
    assert.deepEqual(await idsOf(secretary, `sort=due&after=${late}`), [fresh])
    for (const query of ['state=nothing', 'helper=nobody', 'helper=wizard@g-plum', 'q=', 'sort=name'])
      assert.equal((await secretary.get(`/api/errands?${query}`)).status, 400, query)
  })

  test('who helps whom is for the community to know, and another community finds nothing', async () => {
    const desk = await login('streetDesk')
    assert.equal((await desk.get('/api/errands?helper=gridWorker@g-plum')).status, 403)
    assert.equal((await desk.get('/api/errands/export.csv?helper=gridWorker@g-plum')).status, 403)
    assert.equal((await idsOf(desk, '')).length, 3)
    const elsewhere = await login('eastSecretary')
    assert.deepEqual(await idsOf(elsewhere, `q=${encodeURIComponent('填申报')}`), [])
    const rows = readCsv((await elsewhere.bytes('/api/errands/export.csv')).bytes.toString())
    assert.ok(Array.isArray(rows) && rows.length === 1, 'its head alone')
  })

  test('a sheet holds what the table is asked for, and names nobody', async () => {
    const secretary = await login('secretary')
    const { status, bytes } = await secretary.bytes('/api/errands/export.csv?kind=forms')
    assert.equal(status, 200)
    const rows = readCsv(bytes.toString())
    assert.ok(Array.isArray(rows))
    assert.deepEqual(
      rows.slice(1).map(({ cells }) => [cells[1], cells[2], cells[3], cells[8]]),
      [
        ['代填申报表', '填表', '已确认', ''],
        ['代填申报表', '填表', '收材料', '超期'],
      ],
    )
    assert.doesNotMatch(bytes.toString(), /王桂英|王敏|9999|听力/)
    assert.equal((await secretary.bytes('/api/errands/export.xlsx')).bytes.subarray(0, 2).toString(), 'PK')
    assert.equal((await stage.nobody().get('/api/errands/export.csv')).status, 401)
  })

  test('what was done and what it saved is counted kind by kind, of the reader’s own, and leads to its rows', async () => {
    const secretary = await login('secretary')
    const { status, body } = await secretary.get('/api/errands/figures')
    assert.equal(status, 200, JSON.stringify(body))
    const [done, hours] = body
    assert.deepEqual([done.value, hours.value], [1, 1])
    assert.match(hours.definition.formula.zh, /估计，不是实测/)
    assert.deepEqual(
      done.groups.map(({ group, value }: { group: string; value: number }) => [group, value]),
      [['forms', 1]],
    )
    assert.deepEqual(await idsOf(secretary, done.groups[0].rows.split('?')[1]), [known.done])
    assert.equal((await (await login('eastSecretary')).get('/api/errands/figures')).body[0].value, 0)
    assert.equal((await (await login('wangMin')).get('/api/errands/figures')).status, 403)
  })
})
