import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absurd, pointOf, toGcj02, toWgs84 } from './coordinates.ts'

const inChina = fc.record({
  longitude: fc.double({ min: 74, max: 134, noNaN: true }),
  latitude: fc.double({ min: 4, max: 53, noNaN: true }),
})

test('what a phone in China shows leads back to within a millimetre', () => {
  fc.assert(
    fc.property(inChina, ({ longitude, latitude }) => {
      const [east, north] = toGcj02([longitude, latitude])
      const [back, up] = toWgs84([east, north], 'gcj02')
      assert.ok(Math.abs(back - longitude) < 1e-8 && Math.abs(up - latitude) < 1e-8, `${back - longitude}, ${up - latitude}`)
    }),
  )
})

test('a phone map is some hundred metres off, a GPS point is taken as it is', () => {
  const phone = pointOf({ longitude: 119.207866, latitude: 36.772103, system: 'gcj02' })
  assert.ok('longitude' in phone && Math.abs(119.207866 - phone.longitude) > 0.004)
  assert.deepEqual(pointOf({ longitude: 119.2, latitude: 36.7, system: 'wgs84' }), { longitude: 119.2, latitude: 36.7 })
})

for (const [what, longitude, latitude] of [
  ['latitude and longitude the wrong way round', 36.8, 119.2],
  ['a phone that does not know where it is (0, 0)', 0, 0],
  ['another continent', -73.98, 40.75],
  ['no place on earth', 500, 36],
  ['not a number', Number.NaN, 36],
  ['without end', 119, Number.POSITIVE_INFINITY],
] as const)
  test(`coordinates are refused, with the reason: ${what}`, () => {
    const refused = pointOf({ longitude, latitude, system: 'wgs84' })
    assert.ok('problem' in refused && refused.problem.zh.length > 0)
    assert.deepEqual(absurd([longitude, latitude]), refused.problem)
  })
