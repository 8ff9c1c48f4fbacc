import { remaining } from '#kernel/time/limit.ts'
import { randomFrom } from '../geography/random.ts'
import { meetingPlace } from '../personas.ts'
import { type Arrival, drawChannel } from './arrivals.ts'
import { pauseFor } from './courses.ts'
import { at, districtPost, holder, leadOf, report, type Scene, sceneOf } from './scene.ts'
import { outcomeOf } from './steps.ts'
import type { Teller } from './tale.ts'
import { matters } from './texts/filled.ts'
import { atStation } from './texts/stations.ts'
import type { Site, World } from './world.ts'

/** A case that is still open: how many office hours ago it came in, about what, where, from whom, and how far it has come. */
interface Open {
  ago: number
  about: string
  site?: 'estate' | 'community' | 'street'
  resident?: 'resident'
  /** It is about the station of the personas' estate. */
  station?: true
  go: (scene: Scene) => unknown
}

const quick = (scene: Scene) => scene.tale.work(0.15)
const accept = (scene: Scene) => quick(scene).send('accept', holder(scene))
const sendTo = (scene: Scene, lead = leadOf(scene)) =>
  quick(scene).send('dispatch', holder(scene), { lead, words: '请按时限办理' })
const take = (scene: Scene) => quick(scene).send('receive', holder(scene))
const speak = (scene: Scene) =>
  quick(scene).send('contact', holder(scene), { channel: 'telephone', reached: true, result: '已约定上门时间' })
const raise = (scene: Scene) => quick(scene).send('escalate', holder(scene), { words: '网格无法处置，需上级协调' })
const solve = (scene: Scene) => quick(scene).send('resolve', holder(scene), outcomeOf(scene, 'solved'))
const dispatched = (scene: Scene) => accept(scene) && sendTo(scene)
const inHand = (scene: Scene) => dispatched(scene) && take(scene) && speak(scene)
const resolved = (scene: Scene) => {
  if (!inHand(scene) || !solve(scene)) return false
  const item = scene.tale.item()
  return item?.state !== 'verifying' || quick(scene).send('verify', at(scene, item.holder, item.resolution.by.id))
}
const sendBack = (scene: Scene, rightBody: string) =>
  quick(scene).send('return', holder(scene), { reason: 'notOurDuty', words: '不属本单位职责', rightBody })
const askPause = (scene: Scene) => inHand(scene) && quick(scene).send('askSuspension', holder(scene), pauseFor(scene, 12))
const paused = (scene: Scene) =>
  askPause(scene) && quick(scene).send('grantSuspension', at(scene, districtPost(scene, 'supervisor')))
const askDays = (scene: Scene) =>
  inHand(scene) && quick(scene).send('askExtension', holder(scene), { days: 2, reason: '配件在途，需两日' })
const ledger = { missing: '原建设单位已注销，资金来源待定', plan: '列入年度改造，每月向报单人通报' }
const onLedger = (scene: Scene) =>
  inHand(scene) &&
  quick(scene).send('askLedger', holder(scene), ledger) &&
  quick(scene).send('enterLedger', at(scene, districtPost(scene, 'supervisor')), { ...ledger, leader: '分管副区长' })
const decline = (scene: Scene) =>
  accept(scene) &&
  quick(scene).send('decline', at(scene, districtPost(scene, 'dispatcher')), { reason: 'court', words: '已进入诉讼程序' })
const appealed = (scene: Scene) =>
  decline(scene) && scene.tale.wait(20).send('appeal', scene.reporter, { words: '法院没有受理，请复核' })
const proposed = (scene: Scene) =>
  accept(scene) && quick(scene).send('proposeDecline', holder(scene), { reason: 'petition', words: '已在信访程序' })
const returnedTwice = (scene: Scene) =>
  accept(scene) && sendTo(scene, 'housing') && sendBack(scene, 'urban') && sendTo(scene, 'urban') && sendBack(scene, 'housing')
const notSolved = (scene: Scene) =>
  resolved(scene) && scene.tale.wait(30).send('rate', scene.reporter, { solved: false, level: 2, words: '还是老样子' })
const notSolvedTwice = (scene: Scene) => {
  if (!notSolved(scene) || !speak(scene) || !solve(scene)) return false
  const item = scene.tale.item()
  if (item?.state === 'verifying' && !quick(scene).send('verify', at(scene, item.holder, item.resolution.by.id))) return false
  return scene.tale.wait(30).send('rate', scene.reporter, { solved: false, level: 1 })
}
const solvedByGrid = (scene: Scene) =>
  accept(scene) && quick(scene).send('solveOnSite', holder(scene), outcomeOf(scene, 'solved'))
const rated = (scene: Scene) =>
  resolved(scene) && scene.tale.wait(60).send('rate', scene.reporter, { solved: true, level: 5, words: '很快，谢谢' })
const waiting = () => true

const each = (hours: readonly number[], abouts: readonly string[], rest: Omit<Open, 'ago' | 'about'>): Open[] =>
  hours.map((ago, index) => ({ ago, about: abouts[index % abouts.length] ?? 'chain.other', ...rest }))

const inEstate = [
  'property.corridorLamp',
  'property.parking',
  'safety.eBike',
  'house.leak',
  'property.access',
  'appearance.pests',
] as const
const urban = [
  'municipal.streetLamp',
  'municipal.pavement',
  'municipal.drain',
  'appearance.rubbish',
  'municipal.park',
  'environment.siteNoise',
] as const

/** What waits for each of the personas: so that whoever comes to the demo has something to do. */
const forPersonas: readonly Open[] = [
  // 网格员: six to accept, two of them about to run over and one over; four in hand; two to look at on site.
  ...each([0.2, 0.5, 0.9, 1.6, 1.8, 2.6], inEstate, { site: 'estate', go: waiting }),
  ...each([2, 4, 7, 9], ['neighbours.domesticNoise', 'property.corridorClutter', 'care.elder', 'safety.fireLane'], {
    site: 'estate',
    go: accept,
  }),
  ...each([4, 6], ['property.corridorClutter', 'safety.fireLane'], {
    site: 'estate',
    go: (scene) => inHand(scene) && solve(scene),
  }),
  // 部门: four to receive, eight in hand, some with an extension or a pause asked for.
  ...each([1.5, 2.5, 4, 5.5], urban, { go: dispatched }),
  ...each([6, 12, 18, 26], urban, { go: inHand }),
  ...each([10, 14], ['municipal.pavement', 'municipal.drain'], { go: askDays }),
  ...each([11, 15], ['municipal.park', 'municipal.streetLamp'], { go: askPause }),
  // 物业
  ...each([2, 3.5], ['property.corridorLamp', 'property.lift'], { site: 'estate', go: dispatched }),
  ...each([6, 12, 25], ['house.leak', 'property.access', 'property.greenery'], { site: 'estate', go: inHand }),
  // 社区 and 街道: passed up, to be sorted; and what the grid solved, to be looked at.
  ...each([1, 2, 3.5, 5], ['neighbours.dispute', 'care.child', 'services.certificate', 'appearance.pests'], {
    site: 'community',
    go: (scene) => accept(scene) && raise(scene),
  }),
  ...each([3, 5], ['property.corridorClutter', 'safety.fireLane'], { site: 'community', go: solvedByGrid }),
  ...each([1.5, 2.5, 4, 6], ['municipal.cityWorks', 'appearance.vendors', 'services.policy', 'property.committee'], {
    site: 'community',
    go: (scene) => accept(scene) && raise(scene) && raise(scene),
  }),
  // 派单员: to rule on; what is protected; and what nobody below could place.
  ...each([6, 9], ['house.quality', 'municipal.cityWorks'], { go: returnedTwice }),
  ...each([3, 5], ['neighbours.family', 'labour.contract'], { go: proposed }),
  ...each([30], ['municipal.streetLamp'], { go: notSolvedTwice }),
  ...each([0.4], ['care.minors'], { go: waiting }),
  ...each([4], ['chain.unit'], { go: (scene) => accept(scene) && raise(scene) }),
  // 督办员: appeals; the pauses stand above, and one more elsewhere.
  ...each([5, 9, 12], ['property.fees', 'labour.wages', 'house.demolition'], { go: appealed }),
  ...each([16], ['utilities.water'], { go: askPause }),
  // 居民: five of their own, each at another point; one to rate.
  { ago: 1.2, about: 'property.corridorLamp', site: 'estate', resident: 'resident', go: waiting },
  { ago: 14, about: 'house.leak', site: 'estate', resident: 'resident', go: inHand },
  { ago: 24, about: 'property.access', site: 'estate', resident: 'resident', go: resolved },
  { ago: 60, about: 'municipal.streetLamp', site: 'estate', resident: 'resident', go: rated },
  { ago: 40, about: 'property.fees', site: 'estate', resident: 'resident', go: decline },
]

/** What residents say of the station of their estate: its community accepts it, and its keeper reads it. */
const ofStation: readonly Open[] = each([0.7, 1.3], [atStation.category], { station: true, go: waiting })

/** What is open elsewhere in the district. */
const elsewhere: readonly Open[] = [
  ...each(
    [0.3, 0.6, 1, 1.4, 1.7, 2.4, 0.8, 0.5, 1.1, 1.9, 0.2, 3],
    ['utilities.water', 'traffic.parking', 'market.food', 'safety.eBike'],
    { go: waiting },
  ),
  ...each([2, 3, 5, 7, 8, 4, 6, 3, 2.5, 5], ['neighbours.domesticNoise', 'appearance.strayDogs', 'care.elder', 'safety.wires'], {
    go: accept,
  }),
  ...each(
    [2, 3, 4, 5, 3, 2, 6, 4, 3, 2, 5, 4],
    ['utilities.power', 'traffic.parking', 'market.consumer', 'house.deed', 'education.enrolment'],
    { go: dispatched },
  ),
  ...each(
    [8, 12, 16, 20, 24, 30, 36, 42, 50, 10, 14, 22, 28, 33],
    [
      'utilities.gas',
      'environment.smoke',
      'house.illegal',
      'property.service',
      'traffic.signals',
      'labour.wages',
      'market.price',
    ],
    { go: inHand },
  ),
  ...each([6, 9, 12, 15], ['environment.smoke', 'safety.wires', 'appearance.ads', 'traffic.sharedBike'], {
    go: (scene) => inHand(scene) && solve(scene),
  }),
  ...each([20, 28, 36, 44, 52], ['house.renewal', 'municipal.park', 'property.greenery', 'property.committee'], { go: paused }),
  ...each([90, 120, 150, 60], ['house.quality', 'municipal.cityWorks', 'utilities.telecom'], { go: onLedger }),
  ...each([12, 18, 26, 30, 20, 15], ['utilities.water', 'traffic.bus', 'health.hospital'], { go: resolved }),
  ...each([5, 9], ['traffic.bus', 'utilities.water'], {
    go: (scene) => quick(scene).send('withdraw', scene.reporter, { words: '已经自己解决了' }),
  }),
  ...each([22, 34], ['property.lift', 'environment.dust'], { go: notSolved }),
]

/** The cases that are open now, told from their report to where they stand. */
export function queuesOf(world: World, teller: Teller): Arrival[] {
  return [...forPersonas, ...elsewhere, ...ofStation].map((open) => {
    if (open.station) return toldOfStation(world, teller, open)
    const moment = officeHoursAgo(world, open.ago)
    const matter = matters.find(({ category }) => category === open.about)
    if (!matter) throw new Error(`nobody says anything about ${open.about}`)
    const site = siteFor(world, open)
    const byPhone = open.resident !== undefined || open.site !== undefined || world.random.next() < 0.5
    const channel = open.resident ?? (byPhone ? world.random.pick(['resident', 'nobody'] as const) : reporterChannel(world))
    return {
      at: moment,
      tell(number) {
        const scene = sceneOf(world, teller, {
          at: moment,
          matter,
          site,
          channel,
          number,
          ...(open.resident && { resident: open.resident }),
        })
        if (report(scene)) open.go(scene)
        teller.finish(scene.tale.id)
      },
    }
  })
}

/** Told by chance of its own, so that all else stays as it was. */
function toldOfStation({ station, ...world }: World, teller: Teller, { ago, go }: Open): Arrival {
  const moment = officeHoursAgo(world, ago)
  const told = { ...world, random: randomFrom(Math.round(ago * 10)) }
  const plan = { at: moment, matter: atStation, site: station.site, channel: 'nobody' as const }
  return {
    at: moment,
    tell(number) {
      const scene = sceneOf({ ...told, station }, teller, { ...plan, number, regards: station })
      if (report(scene)) go(scene)
      teller.finish(scene.tale.id)
    },
  }
}

function siteFor({ sites, random }: World, { site }: Open): Site {
  const houses = sites.filter(({ place }) => place.building !== undefined)
  const fits = houses.filter(({ place }) => {
    if (site === 'estate') return place.estate === meetingPlace.estate && place.dedicated === undefined
    if (site === 'community') return place.community === meetingPlace.community && place.dedicated === undefined
    return place.community !== meetingPlace.community
  })
  return random.pick(fits)
}

/** How it came in, where there is somebody to ask: nobody rates what staff found on patrol. */
function reporterChannel(world: World): Scene['channel'] {
  const channel = drawChannel(world)
  return channel === 'patrol' ? 'phone' : channel
}

/** The moment so many office hours before now. */
function officeHoursAgo({ now, calendar, random }: Pick<World, 'now' | 'calendar' | 'random'>, hours: number): Temporal.Instant {
  let moment = now
  while (remaining(calendar, moment, now, { workingHours: 1 }) < hours * 60) moment = moment.subtract({ minutes: 5 })
  return moment.subtract({ seconds: random.whole(1, 200) })
}
