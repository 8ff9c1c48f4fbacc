import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testDatabase } from '#testing/database.ts'
import { within } from '../database/within.ts'
import { districtsOf, isDistrict, realDistricts } from './districts.ts'
import { writeDistrict } from './store/write.ts'

test('a district is a demo by what was said when it was made, never by its code', async () => {
  const database = await testDatabase()
  const [demo, real] = [randomUUID(), randomUUID()]
  await within(database, { as: 'owner' }, async (connection) => {
    await writeDistrict(connection, demo, '演示区', true)
    await writeDistrict(connection, real, '寒亭区', false)
    await writeDistrict(connection, real, '寒亭区', true)
  })
  const ours = async (codes: Promise<string[]>) => (await codes).filter((code) => code === demo || code === real)
  assert.deepEqual(new Set(await ours(districtsOf(database))), new Set([demo, real]))
  assert.deepEqual(await ours(realDistricts(database)), [real])
  assert.deepEqual([await isDistrict(database, real), await isDistrict(database, randomUUID())], [true, false])
})
