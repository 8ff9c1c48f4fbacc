import { newId } from '#kernel/database/ids.ts'
import { isWorkingDay } from '#kernel/time/calendar.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { weighted } from '../geography/random.ts'
import {
  asked,
  type Course,
  declined,
  extended,
  joint,
  late,
  onLedger,
  reopened,
  returned,
  split,
  suspended,
  usual,
  whistled,
  withdrawn,
} from './courses.ts'
import { rate } from './endings.ts'
import { leadOf, report, type Scene, sceneOf } from './scene.ts'
import { accept, contact, dispatch, receive, resolve, toil } from './steps.ts'
import type { Teller } from './tale.ts'
import { drawMatter } from './texts/filled.ts'
import type { Site, World } from './world.ts'

/** A report that came in: when, where, how, about what. */
export interface Arrival {
  at: Temporal.Instant
  tell: (number: string) => void
}

/** How likely each way is, beside the usual one. */
const ways: readonly (readonly [course: Course, share: number])[] = [
  [late, 0.045],
  [returned, 0.028],
  [extended, 0.03],
  [suspended, 0.014],
  [onLedger, 0.008],
  [declined, 0.022],
  [withdrawn, 0.016],
  [joint, 0.03],
  [whistled, 0.006],
  [asked, 0.03],
  [reopened, 0.014],
]

/** What staff found on patrol has no reporter to appeal, withdraw or reply; what is protected goes straight. */
function courseFor({ random }: World, channel: Scene['channel'], guarded: boolean): Course {
  const drawn = weighted(random, ways) ?? usual
  const needsReporter = [declined, withdrawn, asked, reopened].includes(drawn)
  return guarded || (channel === 'patrol' && needsReporter) ? usual : drawn
}

const channels = [
  ['resident', 0.42],
  ['nobody', 0.3],
  ['phone', 0.12],
  ['counter', 0.05],
  ['patrol', 0.11],
] as const

export const drawChannel = ({ random }: World): Scene['channel'] => weighted(random, channels) ?? 'nobody'

/** A moment of a day: mornings and evenings most, few at night. */
function momentOf({ random }: World, day: string, night: boolean): Temporal.Instant {
  const hour = night
    ? random.pick([0, 1, 5, 19, 20, 21, 22, 23])
    : random.pick([7, 8, 8, 9, 9, 10, 10, 11, 12, 14, 15, 15, 16, 17, 18, 18, 19, 19, 20, 20, 21, 22])
  const pad = (number: number) => String(number).padStart(2, '0')
  return Temporal.Instant.from(`${day}T${pad(hour)}:${pad(random.whole(0, 59))}:${pad(random.whole(0, 59))}+08:00`)
}

/** At least so many reports of so many days before now, told when their turn comes. Numbers are given in the order of `at`. */
export function arrivalsOf(world: World, teller: Teller, { count, days }: { count: number; days: number }): Arrival[] {
  const { random, now, calendar, sites } = world
  const today = Temporal.PlainDate.from(dayOf(now))
  const elsewhere = sites.filter(({ place }) => place.how !== 'outside')
  const arrivals: Arrival[] = []
  while (arrivals.length < count) {
    const day = today.subtract({ days: random.whole(1, days) })
    if (!isWorkingDay(calendar, day.toString()) && random.next() < 0.35) continue
    const matter = drawMatter(random, day.month)
    const category = world.rules.categories.get(matter.category)
    const at = momentOf(world, day.toString(), category?.urgency === 'urgent' && random.next() < 0.5)
    const site = random.pick(elsewhere)
    const channel =
      category?.kind === 'help' || category?.kind === 'complaint'
        ? drawChannel(world)
        : drawChannel(world) === 'phone'
          ? 'phone'
          : 'resident'
    const course = courseFor(world, channel, category?.protected !== undefined)
    arrivals.push({
      at,
      tell: (number) => finishing(teller, sceneOf(world, teller, { at, matter, site, channel, number }), course),
    })
    if (arrivals.length % 50 === 25) arrivals.push(...hotSpot(world, teller, at, site))
    if (arrivals.length % 90 === 40) arrivals.push(twoMatters(world, teller, at.add({ minutes: 7 }), site))
  }
  return arrivals
}

function finishing(teller: Teller, scene: Scene, course: Course, ...more: string[]): void {
  course(scene)
  for (const id of [scene.tale.id, ...more]) teller.finish(id)
}

/** Three or four reports of one place and category within days: the later ones are merged into the first. */
function hotSpot(world: World, teller: Teller, at: Temporal.Instant, site: Site): Arrival[] {
  const matter = drawMatter(world.random, 7, hotMatters(world))
  const count = world.random.whole(3, 4)
  const numbers: string[] = []
  const moments = Array.from({ length: count }, (_, index) => at.add({ minutes: 60 + index * 47 }))
  // All are told with the last, when every number is known.
  return moments.map((moment, index) => ({
    at: moment,
    tell(number) {
      numbers.push(number)
      if (index < count - 1) return
      const scenes = moments.map((one, each) =>
        sceneOf(world, teller, {
          at: one,
          matter,
          site,
          channel: each % 2 === 0 ? 'resident' : 'nobody',
          number: numbers[each] ?? number,
        }),
      )
      const [first, ...others] = scenes
      if (!first || !report(first)) return
      for (const other of others) {
        if (!report(other)) continue
        other.tale.wait(25)
        other.tale.send('merge', world.at({ role: 'dispatcher', unit: world.district }, other.tale.now()), {
          parent: first.tale.id,
        })
      }
      first.tale.wait(count * 50)
      if (accept(first) && dispatch(first) && receive(first) && contact(first)) {
        toil(first, 0.4)
        if (resolve(first)) rate(first)
      }
      for (const { tale } of scenes) teller.finish(tale.id)
    },
  }))
}

const hotMatters = (world: World) =>
  drawable.flatMap(([category, says, done]) =>
    world.rules.categories.has(category) ? [{ category, share: 1, says: [says], done: [done] }] : [],
  )
const drawable = [
  ['municipal.drain', '{位}又积水了，水漫到台阶，下水道得彻底疏通', '整段管道已疏通更换，雨后复查不积水'],
  ['appearance.rubbish', '{位}垃圾堆成山，{久}没清', '已全部清运，增设桶位并每日两清'],
  ['property.lift', '{楼}电梯又停运了，{层}老人下不来', '已更换主板，恢复运行'],
  ['safety.eBike', '{楼}一楼又有人飞线充电', '飞线已拆除，充电桩已投用'],
] as const

/** One report of two matters, which are split. */
function twoMatters(world: World, teller: Teller, at: Temporal.Instant, site: Site): Arrival {
  const matter = drawMatter(world.random, 5, hotMatters(world))
  const other = newId(at.epochMilliseconds + 1)
  return {
    at,
    tell(number) {
      const scene = sceneOf(world, teller, { at, matter, site, channel: 'resident', number })
      split(other, 'municipal.streetLamp')(scene)
      if (!teller.find(other)) return teller.finish(scene.tale.id)
      const lamp = world.rules.categories.get('municipal.streetLamp') ?? scene.category
      const tale = teller.begin(other, scene.tale.now())
      const part: Scene = { ...scene, tale, category: lamp, matter: { ...matter, done: ['更换灯头，夜间核查亮灯'] } }
      if (dispatch(part, { lead: leadOf(part) }) && receive(part) && contact(part)) {
        toil(part, 0.3)
        if (resolve(part, 'solved')) rate(part)
      }
      for (const id of [scene.tale.id, other]) teller.finish(id)
    },
  }
}
