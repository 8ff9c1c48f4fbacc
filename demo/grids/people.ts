import type { GridGroup, PartTimeGridWorker, Reinforcement } from '#capabilities/grids/contract/entries.ts'
import type { Force } from '#capabilities/grids/contract/kinds.ts'
import type { GridRow } from '#kernel/place/rows.ts'
import { isoDay, numberOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import { type Random, randomFrom } from '../geography/random.ts'
import { personName } from '../people/names.ts'

/** Of every seven who reinforce the grids, from where they come, and what they are called. */
const forces: readonly (readonly [Force, string, string, string])[] = [
  ['police', '警官', '派出所', '治安、纠纷、防诈骗'],
  ['water', '师傅', '自来水公司', '水管、水表、停水'],
  ['power', '师傅', '供电所', '电表、线路、停电'],
  ['heating', '师傅', '热力公司', '暖气、管网'],
  ['volunteer', '老师', '志愿服务队', '陪伴、代办、教用手机'],
  ['volunteer', '大姐', '志愿服务队', '巡逻、劝导、清扫'],
  ['gas', '师傅', '燃气公司', '燃气安全检查'],
]
const wanted = { force: 1_136, partTime: 96 }

/** Those who reinforce the grids of the demo district: in each its share, with what neighbours call them by and no number. */
export function reinforcementsOf(place: Geography, today: string, seed: number): Reinforcement[] {
  const random = randomFrom(seed + 53)
  const grids = place.grids.filter(({ level, kind }) => level === 2 && kind === 'base')
  const streets = new Map(place.units.map(({ code, name }) => [code, name.replace(/街道|发展中心/, '')]))
  return Array.from({ length: wanted.force }, (_, index) => {
    const grid = gridAt(grids, index)
    const [force, title, from, skills] = forces[index % forces.length] ?? ['other', '', '', '']
    return {
      ...{ code: `force-${String(index + 1).padStart(4, '0')}`, force, called: `${surname(random)}${title}` },
      organisation: `${streets.get(grid.street) ?? ''}${from}`,
      ...{ grid: grid.code, skills, since: dayBefore(random, today) },
      ...(force === 'volunteer' && { hours: '周末和晚上' }),
    }
  })
}

/** The part-time grid workers of the demo district's property companies, and some of owners' committees. */
export function partTimeOf(place: Geography, today: string, seed: number): PartTimeGridWorker[] {
  const random = randomFrom(seed + 59)
  const grids = place.grids.filter(({ level, kind }) => level === 2 && kind === 'base')
  const companies = place.units.filter(({ kind }) => kind === 'propertyCompany')
  return Array.from({ length: wanted.partTime }, (_, index) => {
    const company = companies[index % companies.length]
    const owners = index % 8 === 7 || !company
    return {
      ...{ code: `part-time-${String(index + 1).padStart(3, '0')}`, called: `${surname(random)}师傅` },
      ...(owners
        ? { employer: 'ownersCommittee' as const, organisation: '业主委员会' }
        : { employer: 'propertyCompany' as const, organisation: company.name, company: company.code }),
      ...{ grid: gridAt(grids, index * 3).code, since: dayBefore(random, today) },
    }
  })
}

/** The chat group of each base grid; the codes of some run out soon, as they do. */
export function groupsOf(place: Geography, today: string, seed: number): GridGroup[] {
  const random = randomFrom(seed + 61)
  const now = numberOf(today)
  return place.grids
    .filter(({ kind }) => kind === 'base')
    .map(({ code, name, level }, index) => ({
      ...{ grid: code, name: `${name}群` },
      keeper: level === 3 ? '楼栋长' : '网格员',
      size: random.whole(level === 3 ? 40 : 120, level === 3 ? 180 : 480),
      countedOn: isoDay(now - random.whole(1, 60)),
      ...(level !== 3 && {
        invitation: `https://weixin.qq.com/g/demo-${index + 1}`,
        invitationUntil: isoDay(now + random.whole(1, 7)),
      }),
    }))
}

function gridAt(grids: readonly GridRow[], index: number): GridRow {
  const grid = grids[index % grids.length]
  if (!grid) throw new Error('the demo district has no grid of level 2')
  return grid
}

const surname = (random: Random) => personName(random).slice(0, 1)
const dayBefore = (random: Random, today: string) => isoDay(numberOf(today) - random.whole(30, 900))
