import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'
import { sheetIn } from '#testing/workbook.ts'

const stage = await setStage()

test('what a list shows goes into a sheet: what the post sees, what the filter keeps, and nothing personal', async () => {
  const neighbour = stage.nobody()
  const told = { words: '我是钱独特，路灯不亮', name: '钱独特', phone: '13877770000', where: '独特楼9号' }
  for (let number = 0; number < 3; number++) await neighbour.send('report', '', lampReport(told))
  await neighbour.send('report', '', lampReport({ category: 'neighbours.dispute' }))
  const dispatcher = await stage.at('dispatcher')
  const all = await dispatcher.bytes('/api/cases/export.xlsx')
  assert.equal(all.status, 200)
  const sheet = sheetIn(all.bytes)
  assert.equal(sheet.split('<row>').length - 1, 5)
  assert.doesNotMatch(sheet, /独特|13877770000/)
  const some = sheetIn((await dispatcher.bytes('/api/cases/export.xlsx?category=neighbours.dispute')).bytes)
  assert.equal(some.split('<row>').length - 1, 2)

  const elsewhere = await stage.at('eastSecretary')
  assert.equal(sheetIn((await elsewhere.bytes('/api/cases/export.xlsx')).bytes).split('<row>').length - 1, 1, 'a head alone')
  assert.equal((await stage.nobody().bytes('/api/cases/export.xlsx')).status, 401)
  assert.equal((await dispatcher.bytes('/api/cases/export.xlsx?q=%20')).status, 400)
})
