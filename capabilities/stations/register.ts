import { defineRegister, type EntryFlaw } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'
import { Station } from './contract/station.ts'
import { stationFields } from './fields.ts'
import { flawsOf } from './hours/flaws.ts'

/** What the rules about stations need to know of a district: its units, where its communities lie, and what day it is. */
export interface StationFacts {
  units: ReadonlyMap<string, { name: string; kind: string; street?: string }>
  /** West, south, east and north of each community's own grid, where it has one, in degrees. */
  boxes: ReadonlyMap<string, readonly [number, number, number, number]>
  day: string
}

/** The stations of a district. Whoever tends a community tends its stations; what is kept of them everybody may read. */
export const stationRegister = defineRegister<typeof Station, StationFacts>({
  name: 'stations',
  label: { zh: '驿站与党群服务中心', en: 'stations and service centres' },
  path: 'stations',
  keptIn: { schema: 'stations', table: 'stations', key: 'code', entry: 'station' },
  entry: Station,
  fields: stationFields,
  key: ({ code }) => code,
  columns: ({ kind, community, openedOn, works = [] }) => ({
    ...{ kind, community, opened_year: openedOn.slice(0, 4), has_works: works.length > 0 ? 'yes' : 'no' },
  }),
  found: ({ community }, { units }) => ({ street: units.get(community)?.street ?? '' }),
  filters: ['kind', 'street', 'community', 'opened_year', 'has_works'],
  searched: ['name', 'address', 'host.name'],
  mayRead: 'anybody',
  mayEdit: ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin'],
  belongsTo: 'community',
  check: (station, { entries, facts }) => [
    ...(reserved.has(station.code)
      ? [flaw('code', '这个代码另有用处，请换一个', 'is used for something else: choose another')]
      : []),
    ...placed(station, facts),
    ...named(station, entries),
    ...dated(station, facts),
    ...flawsOf(station.hours).map(({ path, because }) => ({ field: `hours.${path}`, because })),
  ],
})

/** What stands in addresses beside codes. */
const reserved: ReadonlySet<string> = new Set(['new', 'sheet', 'sites', 'coverage', 'apply', 'unverified'])

const flaw = (field: string, zh: string, en: string): EntryFlaw => ({ field, because: words(zh, en) })

/** Within so many degrees of its community's box a station may lie: some 500 m, for one on the far side of a street. */
const slack = 0.005

function placed({ community, keeper, longitude, latitude }: Station, { units, boxes }: StationFacts): EntryFlaw[] {
  const unit = units.get(community)
  if (unit?.kind !== 'community')
    return [flaw('community', `本区没有“${community}”这个社区`, `the district has no community "${community}"`)]
  const [west, south, east, north] = boxes.get(community) ?? [-180, -90, 180, 90]
  const inside = longitude >= west - slack && longitude <= east + slack && latitude >= south - slack && latitude <= north + slack
  return [
    ...(units.has(keeper) ? [] : [flaw('keeper', `本区没有“${keeper}”这个单位`, `the district has no unit "${keeper}"`)]),
    ...(inside
      ? []
      : [
          flaw(
            'longitude',
            `这个位置不在${unit.name}一带，请检查经纬度（WGS 84）是否写反或写错`,
            `this is nowhere near ${unit.name}: check longitude and latitude (WGS 84)`,
          ),
        ]),
  ]
}

function named({ code, name, community, kind }: Station, entries: ReadonlyMap<string, Station>): EntryFlaw[] {
  const twin = [...entries.values()].find(
    (other) => other.code !== code && other.name === name && other.community === community && other.kind === kind,
  )
  return twin ? [flaw('name', `这个社区已有同名的“${twin.code}”`, `is the name of "${twin.code}" in this community already`)] : []
}

function dated({ openedOn, works = [], kind, verifiedOn }: Station, { day }: StationFacts): EntryFlaw[] {
  const ahead = words('不能晚于今天', 'cannot be later than today')
  return [
    ...(kind === 'serviceCentre' || works.length === 0
      ? []
      : [flaw('works', '改扩建只登记在党群服务中心名下', 'works are kept of service centres only')]),
    ...works.flatMap(({ on }, index) => (on > day ? [{ field: `works.${index}.on`, because: ahead }] : [])),
    ...(openedOn > day ? [{ field: 'openedOn', because: ahead }] : []),
    ...(verifiedOn !== undefined && verifiedOn > day ? [{ field: 'verifiedOn', because: ahead }] : []),
    ...(verifiedOn !== undefined && verifiedOn < openedOn
      ? [flaw('verifiedOn', '不能早于启用日期', 'cannot be before it opened')]
      : []),
  ]
}
