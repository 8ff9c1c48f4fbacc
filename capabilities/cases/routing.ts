import type { Post } from '#kernel/people/actor.ts'
import type { Words } from '#kernel/words.ts'
import type { Known } from './contract/item.ts'
import type { Place } from './contract/terms.ts'
import { dispatcherOf, isStaffed, type RulesNow } from './rulebook.ts'

/** A level of the ladder that a report climbs: the grid or unit, and the post that would take it. */
interface Rung {
  unit: string
  post: Post
  words: Words
}

/** From nearest to farthest: a dedicated grid first, then the grids upwards, the community, the street. */
function ladder({ dedicated, grid3, grid2, grid1, community, street }: Place): Rung[] {
  const rung = (unit: string | undefined, role: Post['role'], zh: string, en: string): Rung[] =>
    unit === undefined ? [] : [{ unit, post: { role, unit }, words: { zh, en } }]
  return [
    ...rung(dedicated, 'gridWorker', '专属网格优先', 'a dedicated grid comes first'),
    ...rung(grid3, 'gridWorker', '楼栋网格的网格员', 'the worker of the level-3 grid'),
    ...rung(grid2, 'gridWorker', '小区网格的网格员', 'the worker of the level-2 grid'),
    ...rung(grid1, 'gridWorker', '社区网格的网格员', 'the worker of the level-1 grid'),
    ...rung(community, 'communitySecretary', '网格无在岗网格员，由社区承单', 'no grid has a worker: the community takes it'),
    ...rung(street, 'streetDesk', '社区无在岗人员，由街道承单', 'nobody at the community: the street takes it'),
  ]
}

/**
 * The units and grids that a report must stay hidden from, when it is about some of them: those, and all that lies below
 * them on the way to the place. A report about the community's secretary is not for their grid workers to read.
 */
export function hiddenFrom(place: Place, about: readonly string[]): string[] {
  const rungs = ladder(place).map(({ unit }) => unit)
  const highest = rungs.findLastIndex((unit) => about.includes(unit))
  return [...new Set([...about, ...rungs.slice(0, highest + 1)])]
}

/** What of a report decides who takes it. */
interface Report {
  about: readonly string[]
  urgent: boolean
  officeHours: boolean
  guarded: boolean
  /** What stands there that it is about: the community tends it, and no grid worker does. */
  regards?: Known['regards']
}

/** The post that takes a new report first, and by which rule. Never nobody: in the end the dispatcher. */
export function accepting(
  at: RulesNow,
  place: Place,
  { about, urgent, officeHours, guarded, regards }: Report,
): { post: Post; words: Words } {
  const dispatcher = dispatcherOf(at.rules)
  if (guarded)
    return {
      post: dispatcher,
      words: { zh: '涉未成年人或家暴，进入保护队列', en: 'harm to minors or violence at home: the protected queue' },
    }
  if (place.how === 'outside')
    return {
      post: dispatcher,
      words: { zh: '不在任何网格内，由指挥中心承单', en: 'outside every grid: the dispatcher takes it' },
    }
  const hidden = hiddenFrom(place, about)
  if (urgent && !officeHours) {
    const { street } = place
    const duty: Post | undefined =
      street === undefined || hidden.includes(street) ? undefined : { role: 'dutyOfficer', unit: street }
    const words = { zh: '下班时间的紧急事项，由街道值班承单', en: 'urgent and outside office hours: the street on duty takes it' }
    return duty && isStaffed(at, duty) ? { post: duty, words } : { post: dispatcher, words }
  }
  const found = ladder(place).find(
    ({ unit, post }) => (!regards || post.role !== 'gridWorker') && !hidden.includes(unit) && isStaffed(at, post),
  )
  if (!found)
    return {
      post: dispatcher,
      words: { zh: '沿线无在岗人员，由指挥中心承单', en: 'nobody on the way up: the dispatcher takes it' },
    }
  if (about.length === 0 && regards)
    return {
      post: found.post,
      words: { zh: '关于驿站，由所在社区、街道承单', en: 'about a station: its community or street takes it' },
    }
  if (about.length === 0) return found
  return {
    post: found.post,
    words: {
      zh: `涉及办理链条自身，越过有关岗位：${found.words.zh}`,
      en: `about the chain itself, past the posts concerned: ${found.words.en}`,
    },
  }
}

/** The desk after this one, upwards: community, street, dispatcher. */
export function deskAbove(
  at: RulesNow,
  place: Place,
  about: readonly string[],
  from: Post,
): { post: Post; desk: 'community' | 'street' | 'district' } {
  const hidden = hiddenFrom(place, about)
  if (from.role === 'dispatcher') return { post: from, desk: 'district' }
  const desks = ladder(place).filter(({ post }) => post.role === 'communitySecretary' || post.role === 'streetDesk')
  const passed = desks.findIndex(({ post }) => post.role === from.role)
  const above = from.role === 'dutyOfficer' ? desks.filter(({ post }) => post.role === 'streetDesk') : desks.slice(passed + 1)
  const next = above.find(({ unit, post }) => !hidden.includes(unit) && isStaffed(at, post))
  if (from.role !== 'streetDesk' && next)
    return { post: next.post, desk: next.post.role === 'communitySecretary' ? 'community' : 'street' }
  return { post: dispatcherOf(at.rules), desk: 'district' }
}

/** The units and grids that see a case: where it lies, who keeps what it is about, who leads or assists, who had it; never those it is about. */
export function placesOf(item: {
  place: Place
  about: readonly string[]
  protected: boolean
  regards?: Known['regards']
  holder?: Post
  lead?: string
  parts: readonly { unit: string }[]
  former: readonly string[]
  whistles: readonly { units: readonly string[] }[]
}): string[] {
  if (item.protected) return item.lead === undefined ? [] : [item.lead]
  const { street, community, grid1, grid2, grid3, dedicated } = item.place
  const hidden = hiddenFrom(item.place, item.about)
  const all = [
    street,
    community,
    grid1,
    grid2,
    grid3,
    dedicated,
    item.regards?.keeper?.unit,
    item.holder?.unit,
    item.lead,
    ...item.parts.map(({ unit }) => unit),
    ...item.former,
    ...item.whistles.flatMap(({ units }) => units),
  ]
  return [...new Set(all.filter((unit) => unit !== undefined))].filter((unit) => !hidden.includes(unit))
}
