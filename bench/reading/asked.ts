import { stateNames } from '#capabilities/cases/contract/states.ts'
import { meetingPlace } from '#demo/personas.ts'
import { startOf } from '#kernel/metric/days.ts'
import { dayOf, numberOf } from '#kernel/time/zone.ts'

/** Something that a page asks of the interface, as whom, and within how many milliseconds 19 of 20 are to be answered. */
export interface Asked {
  name: string
  as: string
  path: string
  most: number
  /** It asks every case of a stretch of its window, and of the next until it is full. */
  walks?: boolean
}

const [list, overview] = [50, 150]
const { street, community, bureau } = meetingPlace

/** The orders, and beside each what the case table can be narrowed by. */
const sorts = ['due', 'newest']
const conditions: Record<string, string> = {
  everything: '',
  ...Object.fromEntries(Object.keys(stateNames).map((state) => [state, `state=${state}`])),
  open: `state=${['reported', 'accepted', 'dispatched', 'handling', 'suspended', 'verifying', 'contested', 'appealed'].join(',')}`,
  category: 'category=municipal.streetLamp',
  'rare category': 'category=care.minors',
  group: 'group=municipal',
  lead: `lead=${bureau}`,
  street: `street=${street}`,
  community: `community=${community}`,
  urgent: 'urgency=urgent',
  over: 'over=true',
  soon: 'soon=true',
  'asked for an extension': 'asked=extension',
  'asked for the ledger': 'asked=ledger',
  'had a return': 'had=return',
  'had an extension': 'had=extension',
  'lead and category': `lead=${bureau}&category=municipal.streetLamp`,
  'community and category': `community=${community}&category=property.lift`,
  'community, closed': `community=${community}&state=closed`,
  'street and rare category': `street=${street}&category=care.minors`,
  'lead, open': `lead=${bureau}&state=handling,dispatched`,
  'no lead': 'lacks=lead',
  'in no community': 'lacks=community',
  'all but two streets': `but=street:${street},-`,
}

const tables = (as: string, given = conditions): Asked[] =>
  Object.entries(given).flatMap(([name, query]) => [
    ...sorts.map((sort) => ({
      name: `${as}: ${name}, by ${sort}`,
      as,
      path: `/api/cases?${query}&sort=${sort}&limit=50`,
      most: list,
    })),
    { name: `${as}: ${name}, counted`, as, path: `/api/cases/count?${query}`, most: list },
  ])

const some = (...names: string[]) => Object.fromEntries(names.map((name) => [name, conditions[name] ?? '']))

const words = {
  frequent: '路灯',
  'two frequent ones': '路灯 不亮',
  'part of a place': '8号楼',
  'what nobody wrote': '獬豸',
  'a whole sentence': '楼道灯坏了老人晚上看不见',
}

/** What pages ask, as of a moment, of days from midnight to midnight; `found` says what only this district knows. */
export function askedAt(
  now: Temporal.Instant,
  found: { rare: string; number: string; long: string; point: [number, number] },
): Asked[] {
  const tomorrow = numberOf(dayOf(now)) + 1
  const window = (days: number) => `from=${startOf(tomorrow - days)}&to=${startOf(tomorrow)}`
  const [east, north] = found.point
  const frame = (zoom: number) => {
    const half = (360 / 2 ** zoom) * 2
    return `west=${east - half}&east=${east + half}&south=${north - half}&north=${north + half}&zoom=${zoom}`
  }
  const searches = ['dispatcher', 'department', 'community', 'grid', 'leader'].flatMap((as) =>
    Object.entries({
      ...words,
      'a rare word': found.rare,
      'a number': found.number,
      'a rare and a frequent word': `${found.rare} 路灯`,
    }).flatMap(([name, q]): Asked[] => [
      ...sorts.map((sort) => ({
        name: `${as} searches ${name}, by ${sort}`,
        as,
        path: `/api/cases?q=${encodeURIComponent(q)}&sort=${sort}&limit=50`,
        most: list,
      })),
      { name: `${as} searches ${name}, counted`, as, path: `/api/cases/count?q=${encodeURIComponent(q)}`, most: list },
    ]),
  )
  const narrowed: Asked[] = ['community', 'state', 'category'].map((by) => ({
    name: `dispatcher searches a frequent word, in one ${by}`,
    as: 'dispatcher',
    path: `/api/cases?q=${encodeURIComponent(words.frequent)}&${by}=${{ community, state: 'declined', category: 'care.minors' }[by]}&limit=50`,
    most: list,
  }))
  return [
    ...['grid', 'community', 'street', 'department', 'property', 'dispatcher'].flatMap((as): Asked[] => [
      { name: `${as}: queue`, as, path: '/api/cases?scope=queue&sort=due&limit=50', most: list },
      { name: `${as}: queue, counted`, as, path: '/api/cases/queue/counts', most: list },
      { name: `${as}: assisting`, as, path: '/api/cases?scope=assisting&sort=due&limit=50', most: list },
      { name: `${as}: notices`, as, path: '/api/notices', most: list },
    ]),
    { name: 'resident: my reports', as: 'resident', path: '/api/cases?scope=mine&limit=20', most: list },
    { name: 'resident: who looked', as: 'resident', path: '/api/looks', most: list },
    { name: 'solved near me', as: 'resident', path: `/api/solved?community=${community}`, most: list },
    {
      name: 'similar nearby',
      as: 'resident',
      path: `/api/cases/similar?category=municipal.streetLamp&longitude=${east}&latitude=${north}`,
      most: list,
    },
    ...tables('dispatcher'),
    ...tables('leader', some('everything', 'lead', 'category', 'closed', 'had a return')),
    ...['department', 'community', 'street', 'grid', 'property'].flatMap((as) =>
      tables(
        as,
        some(
          'everything',
          'open',
          'closed',
          'category',
          'rare category',
          'group',
          'urgent',
          'over',
          'had a return',
          'had an extension',
        ),
      ),
    ),
    ...['dispatcher', 'community'].flatMap((as) =>
      [30, 365, 3650].flatMap((days) => [
        { name: `${as}: of ${days} days, by due`, as, path: `/api/cases?${window(days)}&sort=due&limit=50`, most: list },
        { name: `${as}: of ${days} days, counted`, as, path: `/api/cases/count?${window(days)}`, most: list },
      ]),
    ),
    ...['responseRate.short', 'resolutionRate.due', 'satisfactionRate.short', 'resolvedInTime.over'].flatMap((counts) => [
      {
        name: `dispatcher: ${counts} of 30 days`,
        as: 'dispatcher',
        path: `/api/cases?${window(30)}&counts=${counts}&limit=50`,
        most: list,
        walks: true,
      },
      {
        name: `dispatcher: ${counts} of a year`,
        as: 'dispatcher',
        path: `/api/cases?${window(365)}&counts=${counts}&limit=50`,
        most: list,
        walks: true,
      },
    ]),
    ...searches,
    ...narrowed,
    ...['dispatcher', 'community', 'grid'].flatMap((as) =>
      [11, 14, 17].flatMap((zoom) => [
        { name: `${as}: map at ${zoom}, open`, as, path: `/api/cases/map?${frame(zoom)}&${conditions.open}`, most: list },
        { name: `${as}: map at ${zoom}, everything`, as, path: `/api/cases/map?${frame(zoom)}`, most: list },
      ]),
    ),
    { name: 'a case of 200 events', as: 'dispatcher', path: `/api/cases/${found.long}`, most: list },
    { name: 'its events', as: 'dispatcher', path: `/api/cases/${found.long}/events`, most: list },
    { name: 'who handles it', as: 'dispatcher', path: `/api/cases/${found.long}/handlers`, most: list },
    { name: 'specials', as: 'dispatcher', path: '/api/specials', most: list },
    ...['leader', 'community', 'department'].flatMap((as) => [
      ...[
        'received',
        'openNow',
        'responseRate',
        'resolutionRate',
        'resolvedInTime',
        'satisfactionRate',
        'medianHoursToResolve',
      ].flatMap((name) => [
        { name: `${as}: ${name} of 30 days`, as, path: `/api/metrics/${name}?${window(30)}`, most: overview },
        { name: `${as}: ${name} of a year by unit`, as, path: `/api/metrics/${name}?${window(365)}&by=unit`, most: overview },
      ]),
      { name: `${as}: highlights`, as, path: `/api/metrics/highlights?${window(30)}`, most: overview },
    ]),
    {
      name: 'leader: received of ten years by month',
      as: 'leader',
      path: `/api/metrics/received?${window(3650)}&by=month`,
      most: overview,
    },
  ]
}
