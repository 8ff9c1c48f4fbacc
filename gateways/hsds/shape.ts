import { facilities as facilityWords, type Kind, kinds, services as serviceWords } from '#capabilities/stations/contract/kinds.ts'
import type { Station } from '#capabilities/stations/contract/station.ts'
import { toSchedules } from '#capabilities/stations/index.ts'
import { idOf } from './ids.ts'

/** A district's stations, and what its units are called, on a day. */
export interface Directory {
  district: { code: string; name: string }
  stations: readonly Station[]
  nameOf: (unit: string) => string
  day: string
}

/** A kind of station that a unit keeps: what HSDS calls a service, at all the places where it is. */
export interface Offer {
  keeper: string
  kind: Kind
  stations: readonly Station[]
}

/** What is offered, by keeper and kind, in the order of their codes. */
export function offersOf({ stations }: Directory): Offer[] {
  const byOffer = Map.groupBy(stations, ({ keeper, kind }) => `${keeper} ${kind}`)
  return [...byOffer.values()]
    .flatMap((some) => (some[0] ? [{ keeper: some[0].keeper, kind: some[0].kind, stations: some }] : []))
    .toSorted((one, other) => one.keeper.localeCompare(other.keeper) || one.kind.localeCompare(other.kind))
}

const taxonomyName = '邻里驿站类型'
export const taxonomyOf = ({ district }: Directory) => ({
  id: idOf(district.code, 'taxonomy', 'kinds'),
  name: taxonomyName,
  description: 'Kinds of station (驿站与党群服务中心的类型)',
})
export const termOf = (directory: Directory, kind: Kind) => ({
  id: idOf(directory.district.code, 'term', kind),
  code: kind,
  name: kinds[kind].zh,
  description: kinds[kind].en,
  taxonomy: taxonomyName,
  language: 'zh',
  taxonomy_id: taxonomyOf(directory).id,
})

export const organizationOf = ({ district, nameOf }: Directory, keeper: string) => ({
  id: idOf(district.code, 'organization', keeper),
  name: nameOf(keeper),
  description: `${district.name}${nameOf(keeper)}：看管驿站的单位`,
})

export const serviceOf = ({ district, nameOf }: Directory, { keeper, kind, stations }: Offer) => ({
  id: idOf(district.code, 'service', `${keeper} ${kind}`),
  organization_id: idOf(district.code, 'organization', keeper),
  name: `${nameOf(keeper)}${kinds[kind].zh}`,
  alternate_name: kinds[kind].en,
  description:
    [...new Set(stations.flatMap(({ services }) => services.map((one) => serviceWords[one].zh)))].join('、') || kinds[kind].zh,
  status: 'active',
  ...assuredBy(stations),
})

/** When somebody last looked whether what is said of a service holds: of its places the one that waited longest, if all were looked at. */
function assuredBy(stations: readonly Station[]): { assured_date?: string } {
  const days = stations.flatMap(({ verifiedOn }) => verifiedOn ?? [])
  const [first] = days.toSorted()
  return first !== undefined && days.length === stations.length ? { assured_date: first } : {}
}

/** A station: hours and telephone belong to the service at its place, not to either alone. */
export function serviceAtLocationOf(directory: Directory, station: Station) {
  const { district, day } = directory
  const of = (kind: string) => idOf(district.code, kind, station.code)
  const id = of('service_at_location')
  const { because } =
    station.hours.exceptions.find(({ from, until, slots }) => slots.length === 0 && from <= day && day <= until) ?? {}
  return {
    id,
    service_id: idOf(district.code, 'service', `${station.keeper} ${station.kind}`),
    location_id: of('location'),
    description: because === undefined ? (station.about ?? station.name) : `${station.name}：暂停开放（${because}）`,
    ...(station.phone !== undefined && { phones: [{ id: of('phone'), service_at_location_id: id, number: station.phone }] }),
    schedules: toSchedules(station.hours).map((schedule, index) => ({
      id: idOf(district.code, 'schedule', `${station.code} ${index}`),
      service_at_location_id: id,
      timezone: 8,
      ...schedule,
    })),
  }
}

export function locationOf({ district, nameOf }: Directory, station: Station) {
  const of = (kind: string) => idOf(district.code, kind, station.code)
  const wheelchair = station.facilities.includes('wheelchair')
  return {
    id: of('location'),
    location_type: 'physical',
    organization_id: idOf(district.code, 'organization', station.keeper),
    name: station.name,
    description: station.facilities.map((one) => facilityWords[one].zh).join('、') || station.host.name,
    latitude: station.latitude,
    longitude: station.longitude,
    addresses: [
      {
        ...{ id: of('address'), location_id: of('location'), address_1: station.address, address_2: nameOf(station.community) },
        ...{ city: district.name, state_province: '', postal_code: '', country: 'CN', address_type: 'physical' },
      },
    ],
    ...(wheelchair && {
      accessibility: [{ id: of('accessibility'), location_id: of('location'), description: facilityWords.wheelchair.zh }],
    }),
  }
}

export const attributesOf = (directory: Directory, { keeper, kind }: Pick<Offer, 'keeper' | 'kind'>) => [
  {
    id: idOf(directory.district.code, 'attribute', `${keeper} ${kind}`),
    link_id: idOf(directory.district.code, 'service', `${keeper} ${kind}`),
    link_entity: 'service',
    taxonomy_term_id: termOf(directory, kind).id,
    taxonomy_term: termOf(directory, kind),
  },
]
