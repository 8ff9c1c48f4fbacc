import type { Facility, Kind, Service } from '#capabilities/stations/contract/kinds.ts'
import type { Station } from '#capabilities/stations/contract/station.ts'
import type { UnitRow } from '#kernel/place/rows.ts'
import type { Geography } from '../geography/geography.ts'
import { type Random, randomFrom } from '../geography/random.ts'

/** How many of each there are, as the district tells of itself; works are those done on its service centres. */
const wanted = { works: 18, neighbour: 144, convenience: 122, warm: 9, shared: 1 }

const weekdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const hoursOf: Record<Kind, Station['hours']['weekly']> = {
  serviceCentre: [
    { days: weekdays, opens: '08:30', closes: '12:00' },
    { days: weekdays, opens: '13:30', closes: '20:00' },
    { days: [6, 7], opens: '09:00', closes: '17:00' },
  ],
  neighbour: [{ days: everyDay, opens: '08:00', closes: '20:30' }],
  convenience: [{ days: everyDay, opens: '08:30', closes: '19:00' }],
  warm: [{ days: everyDay, opens: '00:00', closes: '24:00' }],
  shared: [{ days: everyDay, opens: '10:00', closes: '21:30' }],
}
const facilitiesOf: Record<Kind, readonly Facility[]> = {
  serviceCentre: ['water', 'rest', 'toilet', 'wheelchair', 'firstAid', 'wifi', 'aed'],
  neighbour: ['water', 'rest', 'charging', 'toilet', 'firstAid'],
  convenience: ['rest', 'water', 'charging'],
  warm: ['water', 'charging', 'rest', 'heating', 'microwave', 'toilet', 'firstAid', 'wifi'],
  shared: ['water', 'charging', 'rest', 'heating', 'wifi', 'wheelchair', 'toilet'],
}
const shops: readonly (readonly [string, Service])[] = [
  ['裁缝铺', 'tailoring'],
  ['家政服务部', 'household'],
  ['百货店', 'groceries'],
  ['理发店', 'haircut'],
  ['家电维修铺', 'repair'],
  ['快递代收点', 'parcels'],
  ['助餐点', 'meals'],
]
const indoors: readonly (readonly Service[])[] = [
  ['games', 'reading'],
  ['dayCare', 'meals'],
  ['reading', 'childCare'],
  ['health'],
]

/** The stations of the demo district as of a day: the same for the same seed and day. */
export function stationsOf(place: Geography, today: string, seed = 1): Station[] {
  const random = randomFrom(seed + 41)
  const communities = place.units.filter(({ kind }) => kind === 'community')
  const estates = place.units.filter(({ kind }) => kind === 'estate')
  const property = new Map(
    place.units.flatMap(({ code, serves = [] }) => serves.map((estate): [string, string] => [estate, code])),
  )
  const year = today.slice(0, 4)
  const dayIn = (which: string) => {
    const day = `${which}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
    return day < today ? day : `${which}-01-01` <= today ? `${which}-01-01` : today
  }
  const home = (estate: UnitRow) => ({
    community: estate.community ?? '',
    ...beside(random, estate),
  })
  const made = (
    kind: Kind,
    number: number,
    rest: Omit<Station, 'code' | 'kind' | 'hours' | 'facilities' | 'works'> & Partial<Station>,
  ) => ({
    ...{ code: `${codes[kind]}-${String(number).padStart(3, '0')}`, kind },
    hours: { weekly: hoursOf[kind], exceptions: [] },
    facilities: [...facilitiesOf[kind]],
    ...rest,
  })
  const spread = <Value>(values: readonly Value[], index: number, count: number) =>
    values[Math.floor((index * values.length) / count) % values.length]
  return [
    ...communities.flatMap((community, index) => {
      const estate = estates.find((one) => one.community === community.code)
      if (!estate) return []
      const works: Station['works'] =
        index < wanted.works
          ? [
              {
                kind: index % 3 === 0 ? ('enlarged' as const) : ('rebuilt' as const),
                on: dayIn(String(Number(year) - 1)),
                what: '改造一层大厅，增设服务窗口和老年活动室',
              },
            ]
          : []
      return made('serviceCentre', index + 1, {
        ...home(estate),
        name: `幸福里·${community.name}党群服务中心`,
        address: `${community.name}服务楼`,
        host: { kind: 'community', name: `${community.name}用房` },
        ...{ keeper: community.code, phone: `0536-70${String(10_000 + index * 37).slice(1)}1` },
        services: ['forms', 'counselling', 'mediation', 'reading', 'dayCare'],
        ...{ openedOn: `${Number(year) - 6}-03-01`, works, verifiedOn: dayIn(year) },
      })
    }),
    ...Array.from({ length: wanted.neighbour }, (_, index) => {
      const estate = spread(estates, index, wanted.neighbour)
      if (!estate) throw new Error('a station needs an estate')
      const company = property.get(estate.code)
      return made('neighbour', index + 1, {
        ...home(estate),
        name: `${estate.name}近邻驿站`,
        address: `${estate.name}物业办公楼一层`,
        host: { kind: company ? 'propertyOffice' : 'community', name: `${estate.name}${company ? '物业办公室' : '居民活动室'}` },
        keeper: company ?? estate.community ?? '',
        services: [...random.pick(indoors)],
        ...{
          openedOn: dayIn(String(Number(year) - random.whole(1, 3))),
          ...(random.next() < 0.7 && { verifiedOn: dayIn(year) }),
        },
      })
    }),
    ...Array.from({ length: wanted.convenience }, (_, index) => {
      const estate = spread(estates, index, wanted.convenience)
      if (!estate) throw new Error('a station needs an estate')
      const [shop, service] = shops[index % shops.length] ?? ['百货店', 'groceries' as const]
      const street = `${estate.name}东门沿街`
      return made('convenience', index + 1, {
        ...home(estate),
        name: `${estate.name}便民驿站（${shop}）`,
        ...{ address: `${street}${random.whole(1, 30)}号`, host: { kind: 'shop', name: shop } },
        ...{ keeper: estate.community ?? '', services: [service], openedOn: dayIn(year) },
      })
    }),
    ...Array.from({ length: wanted.warm }, (_, index) => {
      const estate = spread(estates, index, wanted.warm)
      if (!estate) throw new Error('a station needs an estate')
      const bank = index % 2 === 0
      return made('warm', index + 1, {
        ...home(estate),
        name: `${estate.name}暖新驿站`,
        address: `${estate.name}北侧${bank ? '银行营业厅' : '快递网点'}`,
        host: { kind: bank ? 'bank' : 'enterprise', name: bank ? '营业厅自助服务区' : '快递网点休息室' },
        ...{ keeper: estate.community ?? '', services: ['counselling'], about: '骑手、司机随时可以进来歇脚、热饭、充电。' },
        openedOn: dayIn(String(Number(year) - 1)),
      })
    }),
    ...place.grids
      .filter(({ name }) => name.includes('商圈'))
      .slice(0, wanted.shared)
      .map((grid) => {
        const estate = estates.find((one) => one.community === grid.community)
        if (!estate) throw new Error('a business district lies in a community with an estate')
        return made('shared', 1, {
          ...home(estate),
          name: `${grid.name.replace('专属网格', '')}共享驿站`,
          ...{ address: '商场一层服务台旁', host: { kind: 'enterprise', name: '商场服务台' } },
          ...{ keeper: grid.community, services: ['counselling', 'reading'], openedOn: dayIn(String(Number(year) - 1)) },
        })
      }),
  ]
}

const codes: Record<Kind, string> = {
  ...{ serviceCentre: 'centre', neighbour: 'neighbour', convenience: 'convenience', warm: 'warm', shared: 'shared' },
}

/** Within some hundred metres of an estate's middle. */
function beside(random: Random, { point, name }: UnitRow): { longitude: number; latitude: number } {
  if (!point) throw new Error(`${name} has no point`)
  const off = () => (random.next() - 0.5) * 0.002
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return { longitude: round(point[0] + off()), latitude: round(point[1] + off()) }
}
