import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Point } from '#kernel/place/coordinates.ts'
import { bestSites, type Siting } from './bestSites.ts'
import type { Building } from './coverage.ts'
import { walkingMinutes } from './walk.ts'

/** A street: places are so many minutes' walk along it. */
const along = (minutes: number): Point => ({ longitude: 121.4, latitude: 37.5 + (minutes * 4000) / 60 / 1.3 / 111_320 })
const house = (code: string, minutes: number, residents: number): Building => ({ code, point: along(minutes), residents })
const place = (code: string, minutes: number) => ({ code, point: along(minutes) })

type Question = Parameters<typeof bestSites>[0]
async function asked(question: Question, seconds?: number): Promise<Siting> {
  const siting = await bestSites(question, seconds === undefined ? {} : { seconds })
  assert.ok(!isRefusal(siting), JSON.stringify(siting))
  return siting
}

// The middle reaches most of each side and is taken first by whoever takes one after the other; the two ends reach everybody.
const street: Question = {
  buildings: [house('1号楼', 0, 30), house('2号楼', 8, 40), house('3号楼', 12, 40), house('4号楼', 20, 35)],
  stations: [],
  candidates: [place('middle', 10), place('west', 4), place('east', 16)],
  minutes: 5,
  k: 2,
}

suite('the best places for new stations', () => {
  test('two together that cover everybody are better than the one that covers most and another', async () => {
    assert.deepEqual(await asked(street), {
      sites: [
        { code: 'east', adds: 75, buildings: ['3号楼', '4号楼'] },
        { code: 'west', adds: 70, buildings: ['1号楼', '2号楼'] },
      ],
      uncovered: 145,
      covered: 145,
      atMost: 145,
      proven: true,
    })
  })

  test('of one place the one that covers most is the best', async () => {
    const { sites, proven } = await asked({ ...street, k: 1 })
    assert.deepEqual([sites, proven], [[{ code: 'middle', adds: 80, buildings: ['2号楼', '3号楼'] }], true])
  })

  test('who has a station already is not counted again', async () => {
    const { sites, uncovered } = await asked({ ...street, stations: [{ point: along(8) }], k: 1 })
    assert.deepEqual([sites, uncovered], [[{ code: 'east', adds: 35, buildings: ['4号楼'] }], 65])
  })

  test('where more places are asked for than are of use, fewer are named', async () => {
    const { sites, covered, proven } = await asked({ ...street, k: 9 })
    assert.deepEqual([sites.length, covered, proven], [3, 145, true])
    assert.deepEqual((await asked({ ...street, candidates: [place('far', 90)], k: 9 })).sites, [])
  })

  test('without a candidate, without anybody uncovered, without a place to give, it is the empty choice and no better one', async () => {
    const empty = { sites: [], covered: 0, atMost: 0, proven: true }
    assert.deepEqual(await asked({ ...street, candidates: [] }), { ...empty, uncovered: 145 })
    assert.deepEqual(await asked({ ...street, k: 0 }), { ...empty, uncovered: 145 })
    const everywhere = street.buildings.map(({ point }) => ({ point }))
    assert.deepEqual(await asked({ ...street, stations: everywhere }), { ...empty, uncovered: 0 })
  })

  test('without time to search it is the best choice so far, and not called the best', async () => {
    const { sites, covered, atMost, proven } = await asked(street, 0)
    assert.deepEqual([sites.map(({ code }) => code), covered, proven], [['middle', 'east'], 115, false])
    assert.ok(atMost >= 145, `${atMost}`)
  })

  test('it covers as many as the best of all choices', async () => {
    const spot = fc.integer({ min: 0, max: 60 })
    const districts = fc.record({
      buildings: fc
        .array(fc.record({ minutes: spot, residents: fc.nat(50) }), { minLength: 8, maxLength: 25 })
        .map((all) => all.map(({ minutes, residents }, index) => house(`b${index}`, minutes, residents))),
      stations: fc.array(
        spot.map((minutes) => ({ point: along(minutes) })),
        { maxLength: 2 },
      ),
      candidates: fc
        .array(spot, { minLength: 4, maxLength: 9 })
        .map((all) => all.map((minutes, index) => place(`c${index}`, minutes))),
      minutes: fc.constantFrom(4, 7, 10),
      k: fc.integer({ min: 2, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(districts, async (district) => {
        const { sites, covered, atMost, uncovered, proven } = await asked(district)
        const lacking = district.buildings.filter((building) => !near(district, building, district.stations))
        assert.equal(uncovered, residentsOf(lacking))
        const chosen = district.candidates.filter(({ code }) => sites.some((site) => site.code === code))
        assert.ok(sites.length <= district.k && chosen.length === sites.length)
        assert.equal(covered, residentsOf(lacking.filter((building) => near(district, building, chosen))))
        assert.deepEqual([covered, atMost, proven], [bestOfAll(district, lacking), covered, true])
        assert.deepEqual(
          sites.map(({ adds }) => adds),
          sites.map(({ adds }) => adds).sort((one, other) => other - one),
        )
        assert.equal(
          new Set(sites.flatMap(({ buildings }) => buildings)).size,
          sites.flatMap(({ buildings }) => buildings).length,
        )
      }),
      { numRuns: 30 },
    )
  })
})

const residentsOf = (buildings: readonly Building[]) => buildings.reduce((sum, { residents }) => sum + residents, 0)
const near = ({ minutes }: Question, { point }: Building, places: readonly { point: Point }[]) =>
  places.some((one) => walkingMinutes(point, one.point) <= minutes)

/** Tries every choice. */
function bestOfAll(district: Question, lacking: readonly Building[]): number {
  const choices = Array.from({ length: 1 << district.candidates.length }, (_, bits) =>
    district.candidates.filter((_, index) => bits & (1 << index)),
  ).filter((choice) => choice.length <= district.k)
  return Math.max(...choices.map((choice) => residentsOf(lacking.filter((building) => near(district, building, choice)))))
}
