import { namesBy } from '#bin/house.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { proposeSpecials } from '#capabilities/specials/store/propose.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { sumMonths } from '#kernel/metric/sums.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { keepUnsettled } from '#kernel/metric/unsettled.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import type { Person } from '../matrix/cast.ts'
import type { Knock } from './knock.ts'
import type { Tried } from './table.ts'
import { planted, type World } from './world.ts'

/** Whom a report is about, who they are, the one whom it is most about last, and who has it instead. */
interface Concern {
  concerns: string
  whom: readonly Person[]
  holder: Person
}

const grid = ['steward', 'gridLeader', 'gridWorker'] as const
const community = ['communityWorker', 'communitySecretary'] as const

const q = encodeURIComponent(planted.words)
/** What lists, searches, figures and reports are asked for besides what stands in the interface's own description. */
const questions = (now: Temporal.Instant, quick: boolean): string[] => [
  ...['?sort=due', '?scope=queue', '?scope=assisting', '?scope=all&community=garden', `?q=${q}`, '?q=%E9%82%BB%E9%87%8C'].map(
    (one) => `/api/cases${one}`,
  ),
  ...['state=reported', 'community=garden', 'category=neighbours.dispute', `q=${q}`].flatMap((one) => [
    `/api/cases/count?${one}`,
    `/api/cases/export.xlsx?${one}`,
  ]),
  '/api/cases/map?west=119&east=119.04&south=36&north=36.01&zoom=22',
  '/api/cases/similar?community=garden&category=neighbours.dispute',
  '/api/cases/similar?code=plum-3',
  ...caseMetrics.flatMap(({ name, present }) =>
    ['unit', 'community', 'category'].map(
      (by) => `/api/metrics/${name}?by=${by}${present ? '' : `&to=${now.add({ minutes: 1 })}`}`,
    ),
  ),
  ...(quick ? ['community'] : ['unit', 'street', 'community']).map((by) => `/api/reports/monthly?month=2026-03&by=${by}`),
  '/api/reports/monthly.xlsx?month=2026-03',
]

/** Everything that those whom it is about can get and do with it, as one text each. */
async function asSeenBy(world: World, who: Person, id: string, quick: boolean): Promise<Map<string, string>> {
  const said = await world.readAll(who, id, { quick, more: questions(world.clock.now(), quick) })
  const calls = await world.hand(who).post('/api/cases/calls', { phone: planted.phone })
  said.set('POST /api/cases/calls', JSON.stringify(calls))
  for (const command of ['accept', 'comment', 'join', 'approve', 'remind'] as const) {
    const sent = await world
      .hand(who)
      .send(command, id, command === 'comment' ? { words: '在吗' } : command === 'approve' ? { summary: '好了' } : {})
    said.set(command, JSON.stringify(sent))
  }
  return said
}

/** What the house does by itself meanwhile. */
async function rounds({ database, district, clock, house, cases }: World): Promise<void> {
  await deliver(database, district, clock.now())
  await sealDistrict(database, district, clock.now())
  for (const work of [tallyDays, sumMonths, keepUnsettled])
    await work(database, district, talliedMeasures(caseMetrics), clock.now())
  await proposeSpecials(house, district, namesBy(cases))
}

/** A report about those who handle reports, from its arrival to its end: nothing that they can get or do changes by it. */
const knockAbout =
  ({ concerns, whom, holder }: Concern): Knock =>
  async (world, { quick }) => {
    const found: string[] = []
    const ids = Array.from({ length: 4 }, () => crypto.randomUUID())
    const [id = ''] = ids
    await rounds(world)
    const watching = quick ? whom.slice(-1) : whom
    const before = new Map<Person, Map<string, string>>()
    for (const who of watching) before.set(who, await asSeenBy(world, who, id, quick))
    const look = async (when: string) => {
      await rounds(world)
      for (const who of watching)
        for (const [what, text] of await asSeenBy(world, who, id, quick))
          if (text !== before.get(who)?.get(what)) found.push(`${when}: ${what} tells ${who} ${text.slice(0, 200)}`)
    }
    // More than enough of one kind and place for a special task.
    for (const one of ids) await world.report({ id: one, concerns: [concerns] })
    await look('reported')
    await world.does(holder, 'accept', id)
    await world.does(holder, 'dispatch', id, { lead: 'urban' })
    await world.does('clerk', 'receive', id)
    if (!quick) await look('in hand')
    await world.does('clerk', 'resolve', id, { outcome: 'solved', done: '已约谈' })
    if (!quick) await look('resolved')
    await world.does('reporter', 'rate', id, { solved: true, level: 5 })
    await look('closed')
    return found
  }

export const chainKnocks = {
  aboutGrid: knockAbout({ concerns: 'grid', whom: grid, holder: 'communitySecretary' }),
  aboutCommunity: knockAbout({ concerns: 'community', whom: [...grid, ...community], holder: 'streetDesk' }),
  aboutStreet: knockAbout({
    concerns: 'street',
    whom: [...grid, ...community, 'dutyOfficer', 'streetDesk'],
    holder: 'dispatcher',
  }),
  aboutProperty: knockAbout({ concerns: 'property', whom: ['propertyManager assisting'], holder: 'gridWorker' }),
} satisfies Partial<Record<Tried, Knock>>
