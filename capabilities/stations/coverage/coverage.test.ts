import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Point } from '#kernel/place/coordinates.ts'
import { type Building, coverageOf } from './coverage.ts'
import { walkingMinutes } from './walk.ts'

const home: Point = { longitude: 121.4, latitude: 37.5 }
/** So many metres east and north of home. */
const at = (east: number, north: number): Point => ({
  longitude: home.longitude + east / (111_320 * Math.cos((home.latitude * Math.PI) / 180)),
  latitude: home.latitude + north / 111_320,
})
const kinds = ['warm', 'neighbour'] as const

// Points of a district some kilometres wide, many of them close together, on lines or in one place.
const point = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 }))
  .map(([east, north]) => at(east * 50, north * 50))
const buildings = fc
  .array(fc.record({ point, residents: fc.nat(90) }), { maxLength: 40 })
  .map((all) => all.map((one, index): Building => ({ code: `b${index}`, ...one })))
const stations = fc.array(fc.record({ point, kind: fc.constantFrom(...kinds) }), { maxLength: 12 })
const limits = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3 })

suite('who has a station within a walk', () => {
  test('a quarter of an hour is some 770 metres as the crow flies', () => {
    assert.ok(Math.abs(walkingMinutes(home, at(769, 0)) - 15) < 0.01)
    assert.ok(Math.abs(walkingMinutes(home, at(0, -769)) - 15) < 0.01)
    assert.equal(walkingMinutes(home, home), 0)
  })

  test('shares are of residents, by building; the buildings that have none are named', () => {
    const told = coverageOf({
      buildings: [
        { code: '1号楼', point: at(0, 0), residents: 60 },
        { code: '2号楼', point: at(200, 0), residents: 30 },
        { code: '3号楼', point: at(2000, 0), residents: 10 },
      ],
      stations: [
        { kind: 'warm', point: at(-100, 0) },
        { kind: 'neighbour', point: at(1900, 0) },
      ],
      kinds: ['warm', 'neighbour', 'shared'],
      minutes: [5, 10],
    })
    const none = { covered: 0, share: 0, without: ['1号楼', '2号楼', '3号楼'] }
    assert.deepEqual(told, {
      residents: 100,
      kinds: [
        {
          kind: 'warm',
          within: [
            { minutes: 5, covered: 60, share: 0.6, without: ['2号楼', '3号楼'] },
            { minutes: 10, covered: 90, share: 0.9, without: ['3号楼'] },
          ],
        },
        {
          kind: 'neighbour',
          within: [5, 10].map((minutes) => ({ minutes, covered: 10, share: 0.1, without: ['1号楼', '2号楼'] })),
        },
        { kind: 'shared', within: [5, 10].map((minutes) => ({ minutes, ...none })) },
      ],
      any: [
        { minutes: 5, covered: 70, share: 0.7, without: ['2号楼'] },
        { minutes: 10, covered: 100, share: 1, without: [] },
      ],
    })
  })

  test('where nobody lives there is no share; stations of kinds that are not asked for do not count', () => {
    const empty = coverageOf({ buildings: [], stations: [], kinds: ['warm'], minutes: [5] })
    assert.deepEqual(empty.any, [{ minutes: 5, covered: 0, without: [] }])
    const other = coverageOf({
      buildings: [{ code: '1号楼', point: home, residents: 5 }],
      stations: [{ kind: 'neighbour', point: home }],
      kinds: ['warm'] as ('warm' | 'neighbour')[],
      minutes: [5],
    })
    assert.deepEqual(other.any, [{ minutes: 5, covered: 0, share: 0, without: ['1号楼'] }])
  })

  test('a station in the house is no walk, and exactly so many minutes are within them', () => {
    const buildings = [{ code: '1号楼', point: home, residents: 5 }]
    const [no, some] = [home, at(400, 300)].map((point) =>
      coverageOf({ buildings, stations: [{ kind: 'warm', point }], kinds: ['warm'], minutes: [0, walkingMinutes(home, point)] }),
    )
    assert.deepEqual(
      [no, some].map((told) => told?.any.map(({ covered }) => covered)),
      [
        [5, 5],
        [0, 5],
      ],
    )
  })

  test('it agrees with whoever walks from every building to every station', () => {
    fc.assert(
      fc.property(buildings, stations, limits, (buildings, stations, minutes) => {
        const told = coverageOf({ buildings, stations, kinds, minutes })
        const walked = (of: readonly { point: Point }[]) =>
          minutes.map((limit) => {
            const reached = (building: Building) => of.some((station) => walkingMinutes(building.point, station.point) <= limit)
            const covered = buildings.filter(reached).reduce((sum, { residents }) => sum + residents, 0)
            return { minutes: limit, covered, without: buildings.filter((one) => !reached(one)).map(({ code }) => code) }
          })
        const withoutShare = (within: (typeof told)['any']) => within.map(({ share: _, ...rest }) => rest)
        assert.deepEqual(withoutShare(told.any), walked(stations))
        for (const { kind, within } of told.kinds)
          assert.deepEqual(withoutShare(within), walked(stations.filter((station) => station.kind === kind)))
      }),
      { numRuns: 300 },
    )
  })

  test('ten thousand buildings and five hundred stations take no second', () => {
    const many = (count: number) =>
      fc.sample(fc.tuple(fc.double({ min: 0, max: 9000, noNaN: true }), fc.double({ min: 0, max: 9000, noNaN: true })), {
        numRuns: count,
        seed: 3,
      })
    const buildings = many(10_000).map(([east, north], index) => ({ code: `b${index}`, point: at(east, north), residents: 40 }))
    const stations = many(500).map(([east, north], index) => ({ kind: kinds[index % 2] ?? 'warm', point: at(east, north) }))
    const began = process.cpuUsage()
    coverageOf({ buildings, stations, kinds, minutes: [5, 10, 15] })
    const { user, system } = process.cpuUsage(began)
    assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms of a processor`)
  })
})
