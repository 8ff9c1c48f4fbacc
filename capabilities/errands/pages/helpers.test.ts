import assert from 'node:assert/strict'
import { test } from 'node:test'
import { helperOptions } from './helpers.ts'

test('somebody with two posts stands there twice, told apart by them; a post of two people is one choice', () => {
  const helper = (name: string, unit: string, unitName: string) => ({ role: 'gridWorker', unit, unitName, name }) as const
  const options = helperOptions([
    helper('王敏', 'g-plum', '梅园网格'),
    helper('李强', 'g-pine', '松园网格'),
    helper('王敏', 'g-pine', '松园网格'),
  ])
  assert.deepEqual(
    options.map(({ value, words }) => [value, words.zh]),
    [
      ['gridWorker@g-plum', '王敏（网格员 · 梅园网格）'],
      ['gridWorker@g-pine', '李强、王敏（网格员 · 松园网格）'],
    ],
  )
})
