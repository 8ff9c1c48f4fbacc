import { type Random, weighted } from '../../geography/random.ts'
import { days } from './days.ts'
import { estates } from './estates.ts'
import { lives } from './lives.ts'
import type { Matter, Season } from './matter.ts'
import { streets } from './streets.ts'
import { supplies } from './supplies.ts'

/** All that is reported in the demo district. */
export const matters: readonly Matter[] = [...estates, ...streets, ...supplies, ...lives, ...days]

const spots = [
  '东门口',
  '南门外',
  '西墙根',
  '中心花坛旁',
  '地下车库入口',
  '北侧路边',
  '小广场',
  '公交站牌旁',
  '门口丁字路口',
  '幼儿园门口',
  '垃圾房旁',
  '东侧人行道',
]
const moments = ['昨天晚上', '今天早上', '前天下午', '刚才', '昨天中午', '上周末', '今天凌晨', '下班路上']
const whiles = ['三四天', '一个多星期', '半个月', '快一个月', '两天', '十来天', '好几天']

/** What a text is about: which house, and the chance that picks the rest. */
export interface Spot {
  building: string
  random: Random
}

/** A template with its slots filled: house, staircase, floor, spot, moment, how long, how many, degrees. */
export function filled(template: string, { building, random }: Spot): string {
  const slots: Record<string, () => string> = {
    楼: () => building,
    单元: () => `${random.whole(1, 4)}单元`,
    层: () => `${random.whole(2, 17)}楼`,
    位: () => random.pick(spots),
    时: () => random.pick(moments),
    久: () => random.pick(whiles),
    量: () => String(random.whole(2, 9)),
    度: () => String(random.whole(19, 23)),
  }
  const kept = new Map<string, string>()
  return template.replaceAll(/\{(.+?)\}/g, (whole, slot: string) => {
    const value = kept.get(slot) ?? slots[slot]?.() ?? whole
    kept.set(slot, value)
    return value
  })
}

const seasons: Record<Season, readonly number[]> = {
  winter: [11, 12, 1, 2, 3],
  spring: [3, 4, 5],
  summer: [6, 7, 8, 9],
  rain: [7, 8],
  autumn: [9, 10, 11],
  school: [2, 6, 7, 8, 9],
  festival: [1, 2, 10],
}

/** How likely a matter is in a month (1 to 12). */
const weightIn = ({ share, season }: Matter, month: number): number =>
  season === undefined ? share : share * (seasons[season].includes(month) ? 1.8 : season === 'winter' && share > 8 ? 0.05 : 0.4)

/** A matter by chance, as life has it in that month. */
export function drawMatter(random: Random, month: number, among: readonly Matter[] = matters): Matter {
  const weights = among.map((one) => [one, weightIn(one, month)] as const)
  return (
    weighted(
      random,
      weights,
      weights.reduce((sum, [, weight]) => sum + weight, 0),
    ) ?? random.pick(among)
  )
}

/** The closing of a report, now and then. */
export const endings = ['', '', '', '，请尽快处理', '，麻烦派人看看', '，谢谢', '，已经反映过一次了', '，请给个答复'] as const
