import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { described, differences, pathWords } from './differences.ts'

const words = (zh: string) => ({ zh, en: zh })

suite('what differs between two versions of an entry', () => {
  test('is told by field, deep down; a length and a name are one thing each', () => {
    const before = {
      name: words('路灯'),
      limits: { help: { accept: { workingHours: 2 }, resolve: { workingDays: 5 } } },
      on: true,
    }
    const after = { name: words('灯'), limits: { help: { resolve: { minutes: 90 }, accept: { workingHours: 2 } } }, on: true }
    assert.deepEqual(
      differences(before, after).map(({ path }) => path),
      ['name', 'limits.help.resolve'],
    )
    assert.deepEqual(differences(before, structuredClone(before)), [])
  })

  test('of lists only what came and what went', () => {
    const term = (name: string) => ({ term: name, weight: 3 })
    const [one] = differences({ words: [term('灯'), term('杆')] }, { words: [term('杆'), term('线')] })
    assert.deepEqual(one, { path: 'words', before: [term('灯')], after: [term('线')] })
  })

  test('is said in words', () => {
    const said = (value: unknown) => described(value, (name) => words(name === 'workingDays' ? '个工作日' : name)).zh
    assert.equal(said({ workingDays: 5 }), '5 个工作日')
    assert.equal(said([{ unitKind: 'bureau', code: 'urban' }]), 'bureau urban')
    assert.equal(said(undefined), '（空）')
    assert.equal(said(words('路灯')), '路灯')
  })

  test('fields are called by all that they lie in', () => {
    const fields = {
      limits: { name: words('时限') },
      byKind: { name: words('') },
      help: { name: words('求助') },
      accept: { name: words('承单') },
    }
    assert.equal(pathWords(fields, 'limits.byKind.help.accept').zh, '时限·求助·承单')
    assert.equal(pathWords(fields, 'assisting.0').zh, 'assisting')
  })
})
