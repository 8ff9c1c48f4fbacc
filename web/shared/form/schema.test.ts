import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { filled, flawsAt, lookOf, missingAt, needing, type Schema } from './schema.ts'

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

  test('a list that must be there may be empty, and is sent so', () => {
    const schema: Schema = { required: ['assisting'], properties: { assisting: { type: 'array', items: { type: 'object' } } } }
    assert.deepEqual(filled({ assisting: [], words: '' }, ['assisting', 'words'], schema), { assisting: [] })
    assert.deepEqual(missingAt(schema, { assisting: [] }, ['assisting']), [])
    assert.deepEqual(missingAt(schema, {}, ['assisting']), ['assisting'])
  })

  test('what is missing is named by its path, also inside of a list', () => {
    assert.deepEqual(missingAt(parts, {}, fields), ['lead'])
    assert.deepEqual(missingAt(parts, { lead: 'urban', assisting: [{ unit: 'housing', task: ' ' }] }, fields), [
      'assisting.0.task',
    ])
    assert.deepEqual(missingAt(parts, { lead: 'urban', assisting: [{ unit: 'housing', task: '修门' }] }, fields), [])
  })

  test('what an answer makes needed is missing until it is there, and a list until something is in it', () => {
    const schema: Schema = { properties: { done: {}, photos: { type: 'array' } }, required: ['done'] }
    const more = needing(schema, ['photos'])
    assert.deepEqual(missingAt(more, { done: 'x', photos: [] }, ['done', 'photos']), ['photos'])
    assert.deepEqual(missingAt(more, { photos: ['a'] }, ['done', 'photos']), ['done'])
    assert.deepEqual(missingAt(needing(schema, []), { done: 'x', photos: [] }, ['done', 'photos']), [])
  })

  test('a length is a number under its unit, lengths of one shape are a table, other choices of shapes are variants', () => {
    const measure = (name: string): Schema => ({ type: 'object', properties: { [name]: { type: 'number' } } })
    const length: Schema = { anyOf: [measure('workingDays'), measure('minutes')] }
    const row: Schema = { type: 'object', properties: { accept: length, resolve: length } }
    assert.equal(lookOf(length), 'length')
    assert.equal(lookOf({ type: 'object', properties: { help: row, praise: row } }), 'table')
    assert.equal(lookOf({ type: 'object', properties: { byKind: row, name: { type: 'string' } } }), 'object')
    assert.equal(lookOf({ anyOf: [row, measure('days')] }), 'variants')
    assert.equal(lookOf({ type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } }), 'both')
    assert.equal(lookOf({ type: 'boolean', const: true }), 'sure')
    assert.equal(lookOf({ type: 'array', items: { enum: ['110', '119'] } }), 'ticks')
  })

  test('what is wrong stands with its own field, not with one that begins alike', () => {
    const because = { zh: '必填', en: 'is required' }
    const flaws = ['lead', 'lead.code', 'leader'].map((field) => ({ field, because }))
    const { own, inner } = flawsAt(flaws, 'lead')
    assert.deepEqual(
      [own, inner].map((some) => some.map(({ field }) => field)),
      [['lead'], ['lead.code']],
    )
  })
})
