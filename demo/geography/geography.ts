import type { AliasRow, GridRow, UnitRow } from '#kernel/place/rows.ts'
import boundary from './boundary.json' with { type: 'json' }
import { dedicatedGrids } from './dedicated.ts'
import { estateOf } from './estate.ts'
import { handlingUnits } from './handling.ts'
import { divided } from './land.ts'
import { pairOf, polygonsOf } from './lattice.ts'
import { communities, district, estateKinds, estateWords, streets } from './names.ts'
import { randomFrom } from './random.ts'

/** A district for the demo: as large as Hanting, inside its real boundary, everything within it invented but the streets' names. */
export interface Geography {
  district: { code: string; name: string }
  /** From the top down: every unit after the one that it stands under. */
  units: UnitRow[]
  /** Level by level, the dedicated ones last. All WGS 84. */
  grids: GridRow[]
  /** Door plates: what stands on some houses beside our own codes. */
  aliases: AliasRow[]
}

/** The same district for the same seed, always. Takes about two seconds. */
export function geography(seed = 1): Geography {
  const random = randomFrom(seed)
  const { mesh, ring, streets: plots } = divided(random, boundary.coordinates)
  const names = estateNames(random)
  const townsfolk: UnitRow[] = []
  const grids: GridRow[] = []
  const estates: UnitRow[] = []
  let communityNumber = 0
  for (const [index, plot] of plots.entries()) {
    const street = streets[index] ?? streets[0]
    const { code, name, form } = street
    townsfolk.push({
      code,
      kind: 'street',
      form,
      name,
      parent: district.code,
      street: code,
      outline: polygonsOf(mesh, plot.land.ring),
    })
    for (const [number, { land, parts }] of plot.parts.entries()) {
      const community = `${code}${String(number + 1).padStart(3, '0')}`
      const communityName = `${communities[communityNumber++] ?? communityNumber}社区`
      const outline = polygonsOf(mesh, land.ring)
      const place = { street: code, community }
      townsfolk.push({ code: community, kind: 'community', name: communityName, parent: code, ...place, outline })
      const grid1 = `${community}000`
      grids.push({ code: grid1, level: 1, kind: 'base', name: `${communityName}网格`, ...place, boundary: outline })
      for (const [estateNumber, estate] of parts.entries()) {
        const made = estateOf(mesh, random, estate, {
          ...place,
          grid1,
          number: estateNumber + 1,
          name: names.shift() ?? communityName,
        })
        estates.push(made.estate)
        townsfolk.push(made.estate, ...made.buildings)
        grids.push(...made.grids)
      }
    }
  }
  const somewhere = () => pairOf(random.pick(plots[0]?.land.people ?? []))
  const whole: UnitRow = { ...district, kind: 'district', outline: polygonsOf(mesh, ring), point: somewhere() }
  const bodies = handlingUnits(
    random,
    plots.map(({ land }) => land.people),
    estates,
  )
  const special = dedicatedGrids(mesh, random, plots)
  return {
    district,
    units: [whole, ...townsfolk, ...bodies],
    grids: [...grids.toSorted((a, b) => a.level - b.level), ...special],
    aliases: doorPlates(townsfolk),
  }
}

/** The official plates on the doors of every third building: the street's code, and a number in it. */
const doorPlates = (units: readonly UnitRow[]): AliasRow[] =>
  units
    .filter(({ kind }) => kind === 'building')
    .flatMap(({ code, street }, number) =>
      number % 3 === 0
        ? [{ alias: `${street}M${String(number + 1).padStart(5, '0')}`, kind: 'doorPlate', targetKind: 'unit', target: code }]
        : [],
    )

/** Every name once, in an order of chance. */
function estateNames(random: { next: () => number }): string[] {
  const all = estateWords.flatMap((word) => estateKinds.map((kind) => ({ name: `${word}${kind}`, order: random.next() })))
  return all.toSorted((a, b) => a.order - b.order).map(({ name }) => name)
}
