import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, suite, test } from 'node:test'
import { provable, verify } from '#kernel/flow/verify.ts'
import { cellsOf } from '#kernel/register/sheet/cells.ts'
import { sheetColumns } from '#kernel/register/sheet/columns.ts'
import { writeCsv } from '#kernel/register/sheet/csv.ts'
import { headOf } from '#kernel/register/sheet/head.ts'
import { letters } from '#kernel/register/sheet/xlsx/letters.ts'
import { readXlsx } from '#kernel/register/sheet/xlsx/read.ts'
import { unzip } from '#kernel/register/sheet/xlsx/unzip.ts'
import { type Cell, xlsx } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { followsFromEvents } from '#kernel/register/verify.ts'
import { onServer } from '#testing/database.ts'
import { setStage } from '#testing/stage.ts'
import { packed, partsOf } from '#testing/workbook.ts'
import { categories } from './catalogue/categories.ts'
import type { Category } from './catalogue/category.ts'
import { categoryRegister } from './categoryRegister.ts'
import { caseFlow } from './flow.ts'

// The administrator of a district edits its categories in a spreadsheet and sends it back.
const stage = await setStage()
const base = '/api/registers/categories'
const lamp = 'municipal.streetLamp'
const dispute = 'neighbours.dispute'
const columns = sheetColumns(categoryRegister.entry, categoryRegister.fields)
const fields = columns.map(({ field }) => field)

/** The address of a field's cell in a row of a whole sheet. */
const at = (field: string, row: number) => `${letters(fields.indexOf(field))}${row}`
const standard = (code: string): Category => {
  const found = categories.find((one) => one.code === code)
  assert.ok(found, code)
  return found
}

/** A workbook as somebody has it on their desk: the given entries, some cells of which they changed. */
async function book(rows: { entry: Category; version?: number; cells?: Record<string, Cell> }[]): Promise<Buffer> {
  const lines = rows.map(({ entry, version = 0, cells = {} }) => {
    const row: Cell[] = cellsOf(columns, { entry, version, ends: null })
    for (const [field, cell] of Object.entries(cells)) row[fields.indexOf(field)] = cell
    return row
  })
  const head = columns.map((column) => ({ words: headOf(column), width: 10 }))
  return Buffer.concat(await Array.fromAsync(xlsx({ name: '事项类别', head, rows: lines })))
}

const edge = 'an-edge'
async function send(bytes: Buffer, { name = 'admin' as 'admin' | 'dispatcher', preview = false, key = randomUUID() } = {}) {
  const { cookie = '' } = await stage.at(name)
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`
  const reply = await stage.app.inject({
    ...{ method: 'POST', url: `${base}/sheet${preview ? '?preview=true' : ''}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { cookie, 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${edge}` },
  })
  return { status: reply.statusCode, type: String(reply.headers['content-type']), body: JSON.parse(reply.body) }
}
type Told = Awaited<ReturnType<typeof send>>
interface Note {
  row: number
  cell?: string
  because: { zh: string; en: string }
  allowed?: { zh: string }
}
const problemsOf = ({ body }: Told): Note[] => (body.report ?? body).problems

suite('a sheet of categories', () => {
  let admin: Awaited<ReturnType<typeof stage.at>>
  before(async () => {
    admin = await stage.at('admin')
  })
  const versionOf = async (code: string) => (await admin.get(`${base}/${code}`)).body.version
  const nameOf = async (code: string) => (await admin.get(`${base}/${code}`)).body.entry.name.zh

  test('is offered empty, with its columns explained and lists to choose from', async () => {
    const { status, bytes } = await admin.bytes(`${base}.xlsx`)
    assert.equal(status, 200)
    const { rows } = readXlsx(bytes, '事项类别')
    assert.deepEqual(
      rows.map(({ cells }) => cells.map((cell) => cell.kind === 'words' && cell.words)),
      [[...columns.map(headOf)]],
    )
    assert.ok(columns.map(headOf).includes('名称·中文 Name, Chinese'))
    const told = JSON.stringify(readXlsx(bytes, '说明 Notes').rows)
    for (const expected of ['网格、社区、街道、区', '紧急类别必填', 'leave it as it is', '是 yes'])
      assert.ok(told.includes(expected), expected)
    const sheet = unzip(bytes, 1e7)('xl/worksheets/sheet1.xml')?.toString() ?? ''
    assert.match(sheet, /<dataValidation type="list"[^>]*><formula1>&quot;一般,紧急&quot;<\/formula1>/)
    assert.match(sheet, /<formula1>&quot;是,否&quot;<\/formula1>/)
  })

  test('that goes out with its entries comes in again unchanged', async () => {
    const { bytes } = await admin.bytes(`${base}.xlsx?entries=true`)
    const preview = await send(bytes, { preview: true })
    assert.equal(preview.status, 200, JSON.stringify(preview.body))
    const kinds = new Set(preview.body.rows.map(({ is }: { is: string }) => is))
    assert.deepEqual([...kinds], ['unchanged'])
    assert.deepEqual([preview.body.rows.length, preview.body.problems], [categories.length, []])
    assert.deepEqual(preview.body.notices, [])
  })

  test('is written as people write: limits, who leads, words that point to it; nothing in it is for programs', async () => {
    const { bytes } = await admin.bytes(`${base}.xlsx?entries=true`)
    const { rows } = readXlsx(bytes, '事项类别')
    const cells = rows.flatMap(({ cells }) => cells).flatMap((cell) => (cell.kind === 'words' ? [cell.words] : []))
    assert.deepEqual(
      cells.filter((one) => /^[[{]/.test(one)),
      [],
    )
    const by = {
      'limits.byKind.help.resolve': '4 个工作日',
      lead: '单位类型：区直部门；代码：housing',
      words: '词：路灯；英文：lamp；分量：5',
    }
    const told = await send(await book([{ entry: standard(lamp), version: 1, cells: by }]), { preview: true })
    assert.deepEqual(problemsOf(told), [])
    assert.deepEqual(
      told.body.rows[0].changes.map(({ field }: { field: string }) => field),
      ['lead', 'limits.byKind.help.resolve', 'words'],
      JSON.stringify(told.body),
    )
    const wrong = { 'limits.byKind.help.resolve': '4 小时', lead: '单位类型：区直部门' }
    const refused = await send(await book([{ entry: standard(lamp), version: 1, cells: wrong }]), { preview: true })
    assert.deepEqual(
      problemsOf(refused).map(({ cell }) => cell),
      [at('lead', 2), at('limits.byKind.help.resolve', 2)],
    )
  })

  test('is looked at first: what is new, what changes from what to what, what stays, and what is wrong', async () => {
    const twin = { ...standard(lamp), code: 'municipal.gardenLamp', name: { zh: '庭院灯', en: 'Garden lamp' } }
    const bytes = await book([
      { entry: standard(lamp), version: 1, cells: { 'name.zh': '街灯', ends: new Date('2026-12-30T16:00:00Z') } },
      { entry: twin },
      { entry: standard(dispute), version: 1 },
      { entry: standard('services.certificate'), version: 1, cells: { urgency: '有时' } },
    ])
    const told = await send(bytes, { preview: true })
    assert.equal(told.status, 200, JSON.stringify(told.body))
    assert.deepEqual(
      told.body.rows.map(({ row, key, is }: { row: number; key: string; is: string }) => [row, key, is]),
      [
        [2, lamp, 'changed'],
        [3, 'municipal.gardenLamp', 'new'],
        [4, dispute, 'unchanged'],
      ],
    )
    assert.deepEqual(
      told.body.rows[0].changes.map(({ field, before, after }: { field: string; before: string; after: string }) => [
        field,
        before,
        after,
      ]),
      [
        ['ends', '', '2026-12-31'],
        ['name.zh', '路灯', '街灯'],
      ],
    )
    const [wrong] = problemsOf(told)
    assert.deepEqual([told.body.found.problems, wrong?.cell, wrong?.row], [1, at('urgency', 5), 5])
    assert.match(wrong?.allowed?.zh ?? '', /一般、紧急/)
    assert.deepEqual([told.body.written, await nameOf(lamp)], [false, '路灯'])
  })

  test('with one wrong cell changes nothing, and every wrong cell is told by its address', async () => {
    const broken = await book([
      { entry: standard(lamp), version: 1, cells: { 'name.zh': '街灯' } },
      {
        entry: standard(dispute),
        version: 1,
        cells: {
          verifiedOnSite: '也许',
          'codes.hotline12345': 1.5,
          lead: '{"unitKind":"bureau","code":"atlantis"',
          version: 'x',
        },
      },
      { entry: standard('services.certificate'), version: 1, cells: { lead: '{"unitKind":"bureau","code":"atlantis"}' } },
      { entry: standard(lamp), version: 1 },
    ])
    const told = await send(broken)
    assert.equal(told.status, 400)
    assert.match(told.type, /problem\+json/)
    assert.deepEqual(
      problemsOf(told).map(({ row, cell }) => [row, cell]),
      [
        ...['version', 'lead', 'verifiedOnSite', 'codes.hotline12345'].map((field) => [3, at(field, 3)]),
        [4, at('lead', 4)],
        [5, undefined],
      ],
    )
    assert.match(told.body.detail, /6 处问题.*没有写入/)
    assert.deepEqual([await nameOf(lamp), await versionOf(lamp)], ['路灯', 1])

    // Also where all that can be read is right.
    const half = await send(
      await book([
        { entry: standard(lamp), version: 1, cells: { 'name.zh': '街灯' } },
        { entry: standard(dispute), version: 1, cells: { verifiedOnSite: '也许' } },
      ]),
    )
    assert.deepEqual(
      problemsOf(half).map(({ cell }) => cell),
      [at('verifiedOnSite', 3)],
    )
    assert.deepEqual([half.status, half.body.report.written, await versionOf(lamp)], [400, false, 1])
  })

  test('tells two hundred wrong cells, and how many there are', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      entry: { ...standard(lamp), code: `municipal.n${index}` },
      cells: { urgency: '有时' },
    }))
    const told = await send(await book(rows))
    assert.deepEqual([told.status, problemsOf(told).length, told.body.report.found.problems], [400, 200, 300])
  })

  test('is written whole, once under its key, by the one way in which categories change', async () => {
    const key = randomUUID()
    const bytes = await book([
      { entry: standard(lamp), version: 1, cells: { 'name.zh': ' 街灯　', 'codes.urbanManagement': 345 } },
      { entry: standard(dispute), version: 1 },
    ])
    const told = await send(bytes, { key })
    assert.equal(told.status, 200, JSON.stringify(told.body))
    assert.deepEqual([told.body.written, told.body.rows.length], [true, 2])
    assert.deepEqual(
      told.body.notices.map(({ cell }: Note) => cell),
      [at('name.zh', 2), at('codes.urbanManagement', 2)],
    )
    assert.deepEqual([await nameOf(lamp), await versionOf(lamp), await versionOf(dispute)], ['街灯', 2, 1])
    const again = await send(bytes, { key })
    assert.deepEqual([again.status, again.body.repeated, await versionOf(lamp)], [200, true, 2])
    assert.equal((await send(await book([{ entry: standard(dispute), version: 1 }]), { key })).status, 422)
    const history = (await admin.get(`${base}/${lamp}/history`)).body
    assert.deepEqual(history.map(({ act, by }: { act: string; by: { name: string } }) => [act, by.name]).at(-1), [
      'import',
      '朱管',
    ])
    const found = await verify(stage.database, [provable(caseFlow)], stage.district, undefined, [
      followsFromEvents(categoryRegister),
    ])
    assert.deepEqual(found.findings, [])
  })

  test('that is older than somebody else’s change is a conflict, told by its row', async () => {
    const told = await send(
      await book([
        { entry: standard(dispute), version: 1 },
        { entry: standard(lamp), version: 1 },
      ]),
    )
    assert.deepEqual([told.status, told.body.code], [409, 'conflict'])
    assert.deepEqual(
      problemsOf(told).map(({ row, cell }) => [row, cell]),
      [[3, at('version', 3)]],
    )
    assert.match(problemsOf(told)[0]?.because.zh ?? '', /已被他人改到第 2 版/)
    const taken = await send(await book([{ entry: standard(lamp) }]))
    assert.match(problemsOf(taken)[0]?.because.zh ?? '', /已有这个代码/)
  })

  test('with a code whose zeros a spreadsheet took, or a formula, or merged cells, is refused by the cell', async () => {
    const entry = structuredClone(standard(lamp))
    entry.codes.urbanManagement = '0345'
    assert.equal((await send(await book([{ entry, version: 2 }]))).status, 200)
    const lost = await send(await book([{ entry, version: 3, cells: { 'codes.urbanManagement': 345 } }]))
    assert.deepEqual([lost.status, problemsOf(lost)[0]?.cell], [400, at('codes.urbanManagement', 2)])
    assert.match(problemsOf(lost)[0]?.because.zh ?? '', /现有内容是“0345”/)

    const head = `<row r="1">${columns.map(({ field }, index) => `<c r="${letters(index)}1" t="str"><v>${field}</v></c>`).join('')}</row>`
    const parts = (row: string) => packed(partsOf(`${head}<row r="2">${row}</row>`))
    const formula = await send(await parts(`<c r="${at('code', 2)}" t="str"><f>"a"&amp;"b"</f><v>${lamp}</v></c>`))
    const said = problemsOf(formula).find(({ cell }) => cell === at('code', 2))
    assert.match(said?.because.zh ?? '', /公式.*选择性粘贴/)
    assert.match(said?.because.en ?? '', /paste it as values/)

    const sheet = 'xl/worksheets/sheet1.xml'
    const whole = partsOf(`${head}<row r="2"><c r="C2" t="str"><v>x</v></c></row>`)
    const merged = await packed({
      ...whole,
      [sheet]: `${whole[sheet]}`.replace('</worksheet>', '<mergeCells><mergeCell ref="C2:C3"/></mergeCells></worksheet>'),
    })
    assert.deepEqual(
      problemsOf(await send(merged)).map(({ cell, because }) => [cell, because.zh.slice(0, 5)]),
      [['C2', '合并单元格']],
    )
  })

  test('comes as CSV too, with the fields’ names as its head', async () => {
    const out = await stage.app.inject({ url: `${base}.csv`, headers: { 'linli-district': stage.district } })
    assert.match(String(out.headers['content-type']), /^text\/csv/)
    assert.ok(out.body.startsWith('\ufeffversion,ends,code,parent,'))
    const mine = out.body
      .split('\r\n')
      .filter((line, index) => index === 0 || line.includes(`,${lamp},`))
      .join('\r\n')
    const same = await send(Buffer.from(mine))
    assert.deepEqual([same.status, same.body.rows[0]?.is], [200, 'unchanged'])
    const name = standard(lamp).name.zh
    const changed = await send(Buffer.from(mine.replace(name, '街灯')))
    assert.deepEqual(changed.body.rows[0]?.is, 'changed', JSON.stringify(changed.body))
    assert.equal(await nameOf(lamp), '街灯')
    assert.equal((await send(Buffer.from('version,"code'), { preview: true })).status, 400)
  })

  test('that lacks a column leaves what stands there; a cell that is empty takes it away', async () => {
    const version = await versionOf(lamp)
    const kept = (await admin.get(`${base}/${lamp}`)).body.entry
    assert.equal(kept.codes.urbanManagement, '0345')
    const field = 'codes.urbanManagement'
    const row = cellsOf(columns, { entry: kept, version, ends: null })
    const without = <Part>(parts: readonly Part[]) =>
      parts.filter((_, index) => fields[index] !== field && fields[index] !== 'ends')
    const csv = (head: readonly string[], cells: readonly string[]) =>
      send(Buffer.from(writeCsv([head, cells])), { preview: true })
    assert.equal((await csv(without(fields), without(row))).body.rows[0].is, 'unchanged')
    const emptied = await csv(
      fields,
      row.map((cell, index) => (fields[index] === field ? '' : cell)),
    )
    assert.deepEqual(
      emptied.body.rows[0].changes.map((change: { field: string; before: string; after: string }) => [
        change.field,
        change.before,
        change.after,
      ]),
      [[field, '0345', '']],
    )
  })

  test('an entry with nothing at all in one of its parts comes back as it went out', async () => {
    const version = await versionOf(lamp)
    const kept = { ...(await admin.get(`${base}/${lamp}`)).body.entry, codes: {} }
    const row = cellsOf(columns, { entry: kept, version, ends: null })
    const bare = await send(Buffer.from(writeCsv([fields, row])), { preview: true })
    assert.deepEqual([bare.status, bare.body.found.problems], [200, 0], JSON.stringify(bare.body.problems))
  })

  test('from somebody who may not change categories is refused before it is read; so is what is no sheet', async () => {
    const told = await send(Buffer.from('PK what is this'), { name: 'dispatcher' })
    assert.equal(told.status, 403)
    assert.match(told.body.because.zh, /系统管理员/)
    const broken = await send(Buffer.from('PK what is this'))
    assert.deepEqual([broken.status, broken.body.code, /损坏/.test(broken.body.detail)], [400, 'badInput', true])
    const large = await send(Buffer.alloc(5 * 1024 * 1024, 'x'))
    assert.deepEqual([large.status, /4 MB/.test(large.body.detail)], [413, true])
    const none = await admin.post(`${base}/sheet`, {}, { 'idempotency-key': randomUUID() })
    assert.equal(none.status, 415)
    const bomb = await packed({
      ...partsOf(''),
      'xl/worksheets/sheet1.xml': Array.from({ length: 200 }, () => ' '.repeat(1024 * 1024)),
    })
    assert.equal((await send(bomb, { preview: true })).status, 413)
  })

  test('who downloads sheet after sheet is slowed down, and nobody else is', async () => {
    stage.clock.moveOn({ hours: 1 })
    const [dispatcher, admin] = [await stage.at('dispatcher'), await stage.at('admin')]
    for (let turn = 0; turn < 120; turn += 1)
      assert.equal((await dispatcher.bytes(`${base}.xlsx?text=none`)).status, 200, `${turn}`)
    assert.equal((await dispatcher.bytes(`${base}.xlsx`)).status, 429)
    assert.equal((await dispatcher.bytes(`${base}.csv`)).status, 429)
    assert.equal((await admin.bytes(`${base}.xlsx`)).status, 200)
    stage.clock.moveOn({ hours: 1 })
    assert.equal((await dispatcher.bytes(`${base}.csv`)).status, 200)
  })

  const racing = onServer ? test : () => {}
  racing('of two sheets that change the same category at once, one wins', async () => {
    const entry = standard('services.certificate')
    const version = await versionOf(entry.code)
    const sheets = await Promise.all(['甲证', '乙证'].map((name) => book([{ entry, version, cells: { 'name.zh': name } }])))
    const told = (await Promise.all(sheets.map((bytes) => send(bytes)))).map(({ status }) => status).sort()
    assert.deepEqual(told, [200, 409])
  })
})
