import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentionedBuilding, mentionedEstates } from './mentioned.ts'

const estates = ['梅园小区', '梅园东区小区', '松园', '龙海花园', '园小区'].map((name) => ({ code: name, name }))
const buildings = ['1号楼', '3号楼', '13号楼'].map((name) => ({ code: name, name }))
const found = (words: string) => mentionedEstates(words, estates, 3).map(({ name }) => name)

test('words mention an estate by its name, or by what people call it; the longest first', () => {
  assert.deepEqual(found('梅园小区3号楼的灯坏了'), ['梅园小区', '园小区'])
  assert.deepEqual(found('梅园东区没水了'), ['梅园东区小区', '梅园小区'])
  assert.deepEqual(found('龙海这边停电'), ['龙海花园'])
  assert.deepEqual(found('路灯坏了'), [])
  assert.deepEqual(mentionedEstates('梅园东区', estates, 1).length, 1)
})

test('a building is mentioned by its number, however people write that', () => {
  const building = (words: string) => mentionedBuilding(words, buildings)?.name
  assert.deepEqual(['3号楼', '3栋', '03 幢', '3#', '13号楼西边', '13#楼'].map(building), [
    '3号楼',
    '3号楼',
    '3号楼',
    '3号楼',
    '13号楼',
    '13号楼',
  ])
  assert.deepEqual(['三楼', '2号楼', '13楼', ''].map(building), [undefined, undefined, undefined, undefined])
})
