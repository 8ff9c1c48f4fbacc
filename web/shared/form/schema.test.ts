import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { filled, lookOf, missing, type Schema } from './schema.ts'

const parts: Schema = {
  type: 'object',
  required: ['lead'],
  properties: {
    lead: { type: 'string', maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' },
    assisting: {
      type: 'array',
      items: { type: 'object', required: ['unit', 'task'], properties: { unit: { type: 'string' }, task: { type: 'string' } } },
    },
    words: { type: 'string', maxLength: 1000 },
  },
}
const fields = Object.keys(parts.properties ?? {})

suite('a form made from a contract', () => {
  test('a text that may be long gets several lines, a short one a line, an identifier a picker', () => {
    assert.equal(lookOf({ type: 'string', maxLength: 1000 }), 'lines')
    assert.equal(lookOf({ type: 'string', maxLength: 60 }), 'line')
    assert.equal(lookOf({ type: 'string', maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' }), 'code')
    assert.equal(lookOf({ type: 'array', items: { type: 'string', format: 'uuid' } }), 'photos')
    assert.equal(lookOf({ type: 'array', items: { type: 'string', pattern: '^[A-Za-z0-9._-]+$' } }), 'codes')
  })

  test('what was left empty is not sent, nor what the form does not show', () => {
    assert.deepEqual(filled({ lead: 'urban', words: '  ', assisting: [], other: 1 }, fields), { lead: 'urban' })
    assert.deepEqual(filled({ solved: false, level: 0 }, ['solved', 'level']), { solved: false, level: 0 })
  })

  test('what is missing is named, also inside of a list', () => {
    assert.deepEqual(missing(parts, {}, fields), ['lead'])
    assert.deepEqual(missing(parts, { lead: 'urban', assisting: [{ unit: 'housing', task: ' ' }] }, fields), ['assisting'])
    assert.deepEqual(missing(parts, { lead: 'urban', assisting: [{ unit: 'housing', task: '修门' }] }, fields), [])
  })
})
