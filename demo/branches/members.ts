import type { AreaKind, MemberKind } from '#capabilities/branches/contract/kinds.ts'
import type { UnitRow } from '#kernel/place/rows.ts'
import { type Random, randomFrom } from '../geography/random.ts'

/** How many declared and claimed, as the district tells of itself: 570 余 and 1200 余. */
const wanted: readonly (readonly [MemberKind, number])[] = [
  ['employed', 575],
  ['unposted', 1232],
]

/** A member of the demo: where and as what they declared, how long ago, what they look after, and what became of it. */
export interface Member {
  account: string
  estate: UnitRow
  kind: MemberKind
  shownName?: string
  area: { kind: AreaKind; where: string; promise: string }
  daysAgo: number
  isWithdrawn: boolean
}

const areas: readonly (readonly [kind: AreaKind, where: (number: number) => string, promise: string])[] = [
  ['building', (number) => `${number}号楼一单元楼道`, '每周看一遍，杂物、小广告随手清'],
  ['path', (number) => `${number}号楼前到南门的路`, '下雪先扫，路面坏了就报'],
  ['lampRow', (number) => `${number}号楼东边一排路灯`, '晚上散步时看一看，不亮就报单'],
  ['green', (number) => `${number}号楼前的绿地`, '捡垃圾，提醒不踩草坪'],
  ['parking', () => '北门停车区', '劝一劝占消防通道的车'],
  ['other', () => '小区健身器材', '松了坏了及时报，先挂上提示牌'],
]
const families = [...'王李张刘陈杨赵黄周吴徐孙']
const callings = ['师傅', '老师', '大姐', '叔叔', '阿姨']

/** The members of the demo district, dealt out over the estates that have a branch. The same for the same seed. */
export function membersOf(estates: readonly UnitRow[], seed = 1): Member[] {
  const random = randomFrom(seed + 59)
  return wanted.flatMap(([kind, count]) => Array.from({ length: count }, (_, index) => memberOf(random, estates, kind, index)))
}

function memberOf(random: Random, estates: readonly UnitRow[], kind: MemberKind, index: number): Member {
  // All have some, and by chance: the first estate is where the personas meet.
  const estate = estates[index % estates.length] ?? random.pick(estates)
  const [area, where, promise] = random.pick(areas)
  const shownName = random.next() < 0.6 ? `${random.pick(families)}${random.pick(callings)}` : undefined
  return {
    ...{ account: `member-${kind}-${index + 1}`, estate, kind, daysAgo: random.whole(1, 330) },
    area: { kind: area, where: where(random.whole(1, 12)), promise },
    ...(shownName !== undefined && { shownName }),
    isWithdrawn: random.next() < 0.03,
  }
}
