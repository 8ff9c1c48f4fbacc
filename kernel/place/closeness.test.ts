import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closest } from './closeness.ts'

const buildings = ['13号楼', '30号楼', '3号楼', '23号楼', '幼儿园', '3号楼东配楼', '10号楼', '2号楼'].map((name) => ({ name }))
const names = (typed: string) => closest(buildings, typed).map(({ name }) => name)

test('what is typed offers the building of that name first, then what begins with it, then what contains it', () => {
  assert.deepEqual(names('3号楼'), ['3号楼', '3号楼东配楼', '13号楼', '23号楼'])
  assert.deepEqual(names('3'), ['3号楼', '3号楼东配楼', '30号楼', '13号楼', '23号楼'])
})

test('full-width digits, spaces, and another word for building make no difference', () => {
  for (const typed of ['３号楼', '3 号楼', '3栋', '3号']) assert.equal(names(typed)[0], '3号楼', typed)
})

test('nothing typed leaves them all, two before ten; what nothing is called like finds nothing', () => {
  assert.deepEqual(names(' ').slice(0, 4), ['2号楼', '3号楼', '3号楼东配楼', '10号楼'])
  assert.deepEqual(names('99'), [])
})
