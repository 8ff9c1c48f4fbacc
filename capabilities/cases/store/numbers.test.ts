import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openServer } from '#kernel/database/open.ts'
import { freePorts } from '#testing/ports.ts'
import { setStage } from '#testing/stage.ts'
import { numberDispenser } from './numbers.ts'

test('numbers are given again once the database is back', async () => {
  const { house, district } = await setStage()
  const take = numberDispenser()
  const away = openServer(`postgres://postgres@127.0.0.1:${await freePorts()}/away`)
  await assert.rejects(take({ ...house, database: away }, district))
  await away.close()
  assert.match(await take(house, district), /^2603-\d{5}$/)
})
