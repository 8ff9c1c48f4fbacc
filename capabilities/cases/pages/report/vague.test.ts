import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import { isVague } from './vague.ts'

const at = (code: string, estate?: string): ChosenPlace => ({
  ...{ given: { code }, label: code, community: 'east' },
  ...(estate !== undefined && { estate }),
})

test('a place is asked for again where it is a whole grid, or where the words name a building of an estate', () => {
  const table: [words: string, place: ChosenPlace | undefined, vague: boolean][] = [
    ['井盖松动', at('plum-grid'), true],
    ['井盖松动', at('plum', 'plum'), false],
    ['3号楼东边的井盖松动', at('plum', 'plum'), true],
    ['3 号楼东边的井盖松动', at('plum', 'plum'), true],
    ['二单元门口堆了东西', at('plum', 'plum'), true],
    ['3号楼东边的井盖松动', at('plum-3', 'plum'), false],
    ['3号楼东边的井盖松动', at('school-grid'), true],
    ['3号楼东边的井盖松动', { given: { point: { longitude: 119, latitude: 36, system: 'wgs84' } }, label: '这里' }, false],
    ['3号楼东边的井盖松动', undefined, false],
  ]
  for (const [words, place, vague] of table)
    assert.equal(isVague({ words, ...(place && { place }) }, 'plum-grid'), vague, `${words} ${place?.label}`)
})
