import assert from 'node:assert/strict'
import { test } from 'node:test'
import { originOf, outsideTilesIn } from './outsideTiles.ts'

const set = {
  LINLI_TILES: 'https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=k',
  LINLI_TILES_ATTRIBUTION: ' 天地图 GS(2025)1508号 ',
  LINLI_TILES_SYSTEM: 'CGCS2000',
}

test('tiles are set by an address of one host, whose they are, and in which coordinates', () => {
  assert.equal(outsideTilesIn({}), undefined)
  const tiles = outsideTilesIn(set)
  assert.deepEqual(tiles, { address: set.LINLI_TILES, attribution: '天地图 GS(2025)1508号', residents: false })
  assert.equal(tiles && originOf(tiles), 'https://t0.tianditu.gov.cn')
  assert.equal(outsideTilesIn({ ...set, LINLI_TILES_RESIDENTS: '1' })?.residents, true)
})

test('a setting that cannot be used is refused with the reason, in both languages', () => {
  const refused = (change: NodeJS.ProcessEnv, words: RegExp) => assert.throws(() => outsideTilesIn({ ...set, ...change }), words)
  refused({ LINLI_TILES: 'https://tiles.example/{z}/{x}.png' }, /has no \{y\}.*没有 \{y\}/)
  for (const address of [
    'http://tiles.example/{z}/{x}/{y}.png',
    'https://{z}.tiles.example/{x}/{y}.png',
    'https://user@tiles.example/{z}/{x}/{y}.png',
    'https://tiles.example;script-src/{z}/{x}/{y}.png',
    'https://tiles.example/{z}/{x}/{y}.png https://other.example',
    '/{z}/{x}/{y}.png',
  ])
    refused({ LINLI_TILES: address }, /https address of one certain host.*固定主机/)
  refused({ LINLI_TILES_ATTRIBUTION: ' ' }, /whose the tiles are.*来源/)
  refused({ LINLI_TILES_SYSTEM: undefined }, /name the coordinate system.*坐标系/)
  refused({ LINLI_TILES_SYSTEM: 'BD-09' }, /name the coordinate system/)
  refused({ LINLI_TILES_SYSTEM: 'GCJ-02' }, /hundreds of metres beside.*错开几百米/)
})
