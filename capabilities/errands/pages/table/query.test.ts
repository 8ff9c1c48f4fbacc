import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { conditionsOf, partOf, toPart } from './query.ts'

suite('what the table of errands is asked for', () => {
  const table = [
    ['', 'sort=newest'],
    ['q=+医保+&kind=subsidy&sort=due', 'q=医保&kind=subsidy&sort=due'],
    ['kind=&q=++&after=1&nobody=knows&sort=else', 'sort=newest'],
  ] as const
  for (const [address, asked] of table)
    test(`of “${address}” the interface is asked “${asked}”`, () => {
      assert.equal(decodeURIComponent(conditionsOf(new URLSearchParams(address)).toString()), asked)
    })

  test('there is one part at a time, and one leads to another', () => {
    assert.equal(partOf(new URLSearchParams('q=1')), '')
    assert.equal(partOf(new URLSearchParams('open=true')), 'open')
    assert.equal(partOf(new URLSearchParams('late=true&q=1')), 'late')
    assert.deepEqual(toPart('done'), { late: '', done: 'true', open: '' })
    assert.deepEqual(toPart(''), { late: '', done: '', open: '' })
  })
})
