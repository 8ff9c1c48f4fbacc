import type { Actor } from '#kernel/people/actor.ts'
import { after } from '#kernel/time/limit.ts'
import { assistantsOf, at, between, chance, districtPost, holder, leadOf, oneOf, photosOf, type Scene, stateOf } from './scene.ts'
import { filled } from './texts/filled.ts'
import { summaryOf } from './texts/summaries.ts'

/** The usual steps of a case, each with the time that people take for it. Each says whether there was still time. */

const isUrgent = ({ category }: Scene) => category.urgency === 'urgent'

/** 承单: mostly within the hour; `slow` of them are late. */
export function accept(scene: Scene, slow = 0.03): boolean {
  if (isUrgent(scene)) scene.tale.wait(between(scene, 2, chance(scene, slow) ? 70 : 22))
  else scene.tale.work(chance(scene, slow) ? between(scene, 2.1, 5) : between(scene, 0.1, 1.4))
  if (!scene.tale.send('accept', holder(scene))) return false
  return scene.category.protected === undefined || reportToAuthority(scene)
}

/** 强制报告 of what is protected, at once. */
function reportToAuthority(scene: Scene): boolean {
  scene.tale.wait(between(scene, 3, 40))
  const receipt = `JQ${scene.world.random.whole(10_000_000, 99_999_999)}`
  return scene.tale.send('reportToAuthority', holder(scene), { to: 'police', receipt, words: '已电话报告并移交线索' })
}

const heights: Partial<Record<Actor['role'], number>> = {
  gridWorker: 0,
  communitySecretary: 1,
  streetDesk: 2,
  dutyOfficer: 2,
  dispatcher: 3,
}
const needed = { grid: 0, community: 1, street: 2, district: 3 } as const

const dispatchWords = [
  '请按时限办理，办结前联系报单人',
  '已现场看过，情况属实，请尽快处理',
  '居民比较着急，请优先安排',
  '属贵单位职责，请签收办理',
  '请先到现场核实',
] as const
const raiseWords = ['网格无法处置，需上级协调', '涉及多个单位，请分流', '超出社区权限，请上级派单'] as const
const tasks = ['请配合现场查看并提供资料', '请协助做好居民工作', '请同步排查本单位负责部分'] as const

/** 派单: to the unit that the category leads to, passed up first where it is dispatched from higher; `joint` with assisting units. */
export function dispatch(
  scene: Scene,
  { joint = false, lead = leadOf(scene) }: { joint?: boolean; lead?: string } = {},
): boolean {
  for (;;) {
    if (isUrgent(scene)) scene.tale.wait(between(scene, 3, 15))
    else scene.tale.work(between(scene, 0.2, 2.5))
    const actor = holder(scene)
    if (!actor || (heights[actor.role] ?? 3) >= needed[scene.category.dispatchBy]) break
    if (!scene.tale.send('escalate', actor, { words: oneOf(scene, raiseWords) })) return false
  }
  const assisting = joint
    ? assistantsOf(scene)
        .filter((unit) => unit !== lead)
        .slice(0, 2)
        .map((unit) => ({ unit, task: oneOf(scene, tasks) }))
    : []
  const input = { lead, words: oneOf(scene, dispatchWords), ...(assisting.length > 0 && { assisting }) }
  return scene.tale.send('dispatch', holder(scene), input)
}

/** 接单 and 首次联系. */
export function receive(scene: Scene): boolean {
  if (isUrgent(scene)) scene.tale.wait(between(scene, 3, 25))
  else scene.tale.work(chance(scene, 0.03) ? between(scene, 4.2, 8) : between(scene, 0.2, 3))
  return scene.tale.send('receive', holder(scene))
}

const results = [
  '已说明安排，报单人同意',
  '已约定上门时间',
  '了解了具体位置和情况',
  '已告知办理时限',
  '报单人补充了现场照片',
] as const
export function contact(scene: Scene): boolean {
  if (isUrgent(scene)) scene.tale.wait(between(scene, 5, 60))
  else scene.tale.work(chance(scene, 0.04) ? between(scene, 7.6, 12) : between(scene, 0.2, 2.4))
  const input = { channel: oneOf(scene, ['telephone', 'visit', 'message']), reached: true, result: oneOf(scene, results) }
  return scene.tale.send('contact', holder(scene), input)
}

const resolveLimit = ({ tale }: Scene) => tale.item()?.limits.find(({ step }) => step === 'resolve')

/** Lets time pass until a share of the limit to resolve is over: above 1 it runs out. Some work is done in any case. */
export function toil(scene: Scene, share: number): void {
  const limit = resolveLimit(scene)
  scene.tale.work(between(scene, 0.2, 0.8))
  if (limit) scene.tale.to(after(scene.world.calendar, Temporal.Instant.from(limit.startsAt), limit.span, share))
}

/** Whether the limit to resolve has not run out: an extension is asked for before. */
export function isInTime(scene: Scene): boolean {
  const limit = resolveLimit(scene)
  return (
    limit !== undefined && Temporal.Instant.compare(scene.tale.now().add({ minutes: 5 }), Temporal.Instant.from(limit.dueAt)) < 0
  )
}

type Outcome = 'solved' | 'partly' | 'notOurs' | 'cannot'
const grounds = ['产权不属公共部位，须业主共同决定', '经专业鉴定暂不具备施工条件', '涉及合同纠纷，已引导依法维权'] as const

/** What was done, and how it came out. */
export function outcomeOf(scene: Scene, outcome: Outcome = drawnOutcome(scene)) {
  const { world, matter, site, category } = scene
  const done = filled(oneOf(scene, matter.done), { building: site.building, random: world.random })
  const photos = category.photosWanted.after && outcome === 'solved' ? photosOf(scene, 1) : []
  const said = {
    solved: done,
    partly: `${done}；其余部分已列入计划`,
    notOurs: '经核实不属本单位职责',
    cannot: '已现场核实并向报单人说明情况',
  }
  const summary = outcome === 'solved' && chance(scene, 0.25) ? summaryOf(category.code, world.random) : undefined
  const because = outcome === 'cannot' ? oneOf(scene, grounds) : '应由产权单位负责'
  return {
    ...{ outcome, done: said[outcome] },
    ...(photos.length > 0 && { photos }),
    ...((outcome === 'cannot' || outcome === 'notOurs') && { because }),
    ...(summary !== undefined && { summary }),
  }
}

function drawnOutcome(scene: Scene): Outcome {
  const drawn = scene.world.random.next()
  return drawn < 0.92 ? 'solved' : drawn < 0.96 ? 'partly' : drawn < 0.985 ? 'cannot' : 'notOurs'
}

/** 办结, with the look on site where the category asks for one. */
export function resolve(scene: Scene, outcome?: Outcome): boolean {
  return scene.tale.send('resolve', holder(scene), outcomeOf(scene, outcome)) && verified(scene)
}

/** 自处置 by the grid. */
export function solveOnSite(scene: Scene): boolean {
  if (isUrgent(scene)) scene.tale.wait(between(scene, 10, 50))
  else scene.tale.work(between(scene, 0.5, 6))
  return scene.tale.send('solveOnSite', holder(scene), outcomeOf(scene, 'solved')) && verified(scene)
}

/** 直接答复 */
export function answer(scene: Scene): boolean {
  scene.tale.work(between(scene, 0.3, 5))
  const { done } = outcomeOf(scene, 'solved')
  return scene.tale.send('answer', holder(scene), { done })
}

/** 核查 by another eye; now and then it is not done yet, and goes back once. */
export function verified(scene: Scene): boolean {
  const item = scene.tale.item()
  if (item?.state !== 'verifying') return true
  scene.tale.work(between(scene, 0.5, 6))
  const eye = at(scene, item.holder, item.resolution.by.id)
  if (!chance(scene, 0.03)) return scene.tale.send('verify', eye, chance(scene, 0.4) ? { words: '现场核查属实' } : {})
  if (!scene.tale.send('sendBack', eye, { words: '现场仍有遗留，请补充处理' })) return false
  scene.tale.work(between(scene, 2, 8))
  const again = stateOf(scene) === 'accepted' ? 'solveOnSite' : 'resolve'
  return scene.tale.send(again, holder(scene), outcomeOf(scene, 'solved')) && verified(scene)
}

/** From the dispatcher's ruling on, back into a lead's hands. */
export function rule(scene: Scene, input: object): boolean {
  scene.tale.work(between(scene, 0.4, 3.5))
  const words = '依据权责清单和现场情况裁定，不得再退'
  return scene.tale.send('rule', at(scene, districtPost(scene, 'dispatcher')), {
    duty: '权责清单：公共设施日常管理维护',
    words,
    ...input,
  })
}
