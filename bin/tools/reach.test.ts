import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askingDatabases } from './stories.ts'

test('a test that asks a database is known by what it imports, through however many, and types ask none', () => {
  const files = [
    'demo/load.test.ts', // imports it
    'kernel/place/admin/units.story.test.ts', // by the stage that it plays on
    'capabilities/cases/flow.test.ts',
    'kernel/time/limit.test.ts',
  ]
  assert.deepEqual(askingDatabases(files), files.slice(0, 2))
})
