import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { testDatabase } from '#testing/database.ts'
import { settle } from '#testing/neighbourhood.ts'
import { categories } from '../catalogue/categories.ts'
import { readRulebook, writeCategories } from './rulebook.ts'

const database = await testDatabase()
const district = await settle(database)

test('setting up again leaves the categories that are there as they are, and adds what is missing', async () => {
  const [first] = categories
  assert.ok(first)
  const other = { ...first, name: { zh: '新起的名字', en: 'another name' } }
  const added = { ...first, code: `${first.parent}.added`, name: { zh: '新增', en: 'added' } }
  const rules = await within(database, { as: 'owner', district }, async (connection) => {
    await writeCategories(connection, district, [other, added])
    return (await readRulebook(connection, district, '2026-03-02', 1)).value
  })
  assert.deepEqual(rules.categories.get(first.code), first)
  assert.deepEqual(rules.categories.get(added.code), added)
})

test('categories at the same position come in the order of their codes', async () => {
  const rules = await within(
    database,
    { as: 'read', district, sight: { everything: false, places: [], party: '' } },
    (connection) => readRulebook(connection, district, '2026-03-02', 1),
  )
  const [first] = categories
  const second = categories[1]
  assert.ok(first && second)
  // The one added above stands at the position of the second: its code decides.
  const codes = [...rules.value.categories.keys()].slice(1, 3)
  assert.deepEqual(codes, [second.code, `${first.parent}.added`].sort())
})
