import type { UnitRow } from '#kernel/place/rows.ts'
import { bureaus, companyWords, stations, utilities } from './bodies.ts'
import type { Place } from './cut.ts'
import { pairOf } from './lattice.ts'
import { district, streets } from './names.ts'
import { type Random, shareOut } from './random.ts'

// 40 companies serve most estates; the rest look after themselves, as old ones do.
const companies = 40
const served = 0.88

/** The units beside the tree that handle cases: bureaus, their stations in each street, property companies, utilities. */
export function handlingUnits(random: Random, people: readonly (readonly Place[])[], estates: readonly UnitRow[]): UnitRow[] {
  const inStreet = (number: number) => pairOf(random.pick(people[number] ?? []))
  const parent = district.code
  return [
    ...bureaus.map(([code, name]): UnitRow => ({ code, kind: 'bureau', name, parent, point: inStreet(0) })),
    ...streets.flatMap(({ code: street, name }, number) =>
      stations.map(
        ([code, kind, bureau]): UnitRow => ({
          code: `${street}-${code}`,
          kind: 'station',
          name: `${name.replace(/街道|发展中心/, '')}${kind}`,
          parent: bureau,
          street,
          point: inStreet(number),
        }),
      ),
    ),
    ...utilities.map(([code, name]): UnitRow => ({ code, kind: 'utility', name, parent, point: inStreet(0) })),
    ...propertyCompanies(random, estates),
  ]
}

function propertyCompanies(random: Random, estates: readonly UnitRow[]): UnitRow[] {
  const waiting = estates.filter(() => random.next() < served).map(({ code }) => code)
  const names = companyWords[0].flatMap((first) => companyWords[1].map((second) => `${first}${second}物业`))
  return shareOut(random, waiting.length, companies, 1).map((share, number) => ({
    code: `property-${String(number + 1).padStart(2, '0')}`,
    kind: 'propertyCompany',
    name: names[number] ?? `第${number + 1}物业`,
    parent: district.code,
    serves: waiting.splice(0, share),
  }))
}
