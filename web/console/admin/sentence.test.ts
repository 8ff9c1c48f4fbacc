import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentenceOf } from './sentence.ts'

const names = { guo: '郭新', zhao: '赵书记', 'g-pine': '松园网格', north: '城北街道' }
const said = (what: string, subject: string, told: unknown) => sentenceOf({ what, subject, told }, names)

test('the trail reads as sentences, with people and units by name', () => {
  const post = { role: 'gridWorker', unit: 'g-pine', starts: '2026-03-01' }
  assert.equal(said('post given', 'guo', post).zh, '让郭新担任松园网格网格员，2026-03-01 起')
  assert.equal(
    said('post given', 'guo', { ...post, until: '2026-04-01' }).zh,
    '让郭新担任松园网格网格员，2026-03-01 起，到 2026-04-01',
  )
  const ended = { role: 'gridWorker', unit: 'g-pine', ends: '2026-03-05' }
  assert.equal(said('post ended', 'guo', { ...ended, open: [] }).zh, '让郭新不再担任松园网格网格员，2026-03-05 起')
  assert.equal(
    said('post ended', 'guo', { ...ended, open: ['HT-7', 'HT-9'] }).zh,
    '让郭新不再担任松园网格网格员，2026-03-05 起；没办完的 2 件随岗位交接：HT-7、HT-9',
  )
  assert.equal(
    said('post ended', 'guo', { ...ended, turns: ['2026-03-06T10:00:00.000Z'] }).zh,
    '让郭新不再担任松园网格网格员，2026-03-05 起；从值班表撤下 1 班',
  )
  assert.equal(
    said('stand-in named', 'guo', { ...post, standIn: 'zhao', from: '2026-03-02', until: '2026-03-04' }).zh,
    '让赵书记替郭新做松园网格网格员，2026-03-02 至 2026-03-04',
  )
  assert.equal(
    said('second factor by role', 'roles', { before: [], after: ['supervisor'] }).zh,
    '须用动态口令的岗位：原来是没有，现在是督办员',
  )
  assert.equal(
    said('idle ends by role', 'roles', { before: [], after: [{ role: 'clerk', minutes: 30 }] }).zh,
    '无操作自动退出：原来是没有，现在是承办单位经办人 30 分钟',
  )
  assert.equal(
    said('second factor reset', 'guo', { reason: '手机丢了' }).en,
    'took away the lost second factor of 郭新: 手机丢了',
  )
  const webhook = { name: '市热线', host: 'hotline.example.gov.cn' }
  assert.equal(said('webhook made', 'id', webhook).zh, '新增了对接“市热线”，推送到 hotline.example.gov.cn')
  const after = { name: '热线', events: 'all', paused: true }
  assert.equal(
    said('webhook changed', 'id', { name: '市热线', before: {}, after, movedTo: 'h.example' }).zh,
    '改了对接“市热线”：改名为“热线”、换了 h.example 上的地址、换了推送哪些变化、暂停',
  )
  assert.equal(
    said('webhook changed', 'id', { ...webhook, after: { host: 'other.example' }, movedTo: 'other.example' }).zh,
    '改了对接“市热线”：改为推送到 other.example',
  )
  assert.equal(
    said('webhook changed', 'id', { ...webhook, after: { paused: false } }).en,
    'changed the webhook 市热线: taken up again',
  )
  assert.equal(
    said('members brought', 'north', { branches: ['plum'], added: 2, changed: 1, unchanged: 9, gone: 0 }).zh,
    '导入了城北街道的党员名单：新增 2、更改 1、去掉 0',
  )
  assert.equal(said('people tried', '370703', { rows: 12 }).zh, '试读了一份人员表格，12 行，没有建账号')
  assert.equal(said('places imported', '370703', { what: 'grids', imported: 12 }).zh, '导入了 12 个网格')
})

test('what is not known by name is named by its code, and a new kind of deed by its own word', () => {
  assert.equal(said('unit corrected', 'gone', {}).zh, '更正了单位“gone”')
  assert.equal(said('something new', 'guo', null).zh, 'something new')
})
