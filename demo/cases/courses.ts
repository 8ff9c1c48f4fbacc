import { dayOf } from '#kernel/time/zone.ts'
import { again, rate } from './endings.ts'
import { assistantsOf, at, between, chance, districtPost, holder, leadOf, oneOf, report, type Scene, stateOf } from './scene.ts'
import { accept, answer, contact, dispatch, isInTime, receive, resolve, rule, solveOnSite, toil } from './steps.ts'

/** The ways in which cases go, from report to end. Each breaks off where the present is reached. */
export type Course = (scene: Scene) => boolean

const isAnswerable = ({ category: { kind } }: Scene) => kind === 'consultation' || kind === 'suggestion' || kind === 'praise'
const isNear = ({ category: { lead } }: Scene) => lead.unitKind === 'community' || lead.unitKind === 'propertyCompany'

/** To a lead who has it in hand and has been in touch. */
const toHandling: Course = (scene) => accept(scene) && dispatch(scene) && receive(scene) && contact(scene)

/** What happens mostly: solved on site, answered, or dispatched and resolved in time. */
export const usual: Course = (scene) => report(scene) && goOn(scene)

/** The same from when it was reported. */
const goOn: Course = (scene) => {
  if (!accept(scene)) return false
  if (isAnswerable(scene) && chance(scene, 0.6)) return answer(scene) && rate(scene)
  if (scene.category.dispatchBy === 'grid' && chance(scene, isNear(scene) ? 0.42 : 0.1)) return solveOnSite(scene) && rate(scene)
  if (!dispatch(scene) || !receive(scene) || !contact(scene)) return false
  if (scene.channel !== 'patrol' && chance(scene, 0.04))
    scene.tale.send('remind', scene.reporter, { words: '请问什么时候能处理' })
  toil(scene, between(scene, 0.15, 0.75))
  return resolve(scene) && rate(scene)
}

/** Over its limit: the calls go up the ladder, and a supervisor may take it up. */
export const late: Course = (scene) => {
  if (!report(scene) || !toHandling(scene)) return false
  toil(scene, between(scene, 0.9, 1.3))
  if (
    chance(scene, 0.4) &&
    !scene.tale.send('supervise', at(scene, districtPost(scene, 'supervisor')), { words: '已超时，请今日内办结并说明原因' })
  )
    return false
  toil(scene, between(scene, 1.4, 1.9))
  return resolve(scene) && rate(scene, { good: 0.7 })
}

const otherBodies = ['urban', 'housing', 'market', 'environment', 'transport', 'civilAffairs'] as const
const notOurs = (scene: Scene, from: string) => ({
  ...{ reason: 'notOurDuty', words: '经核对职责清单，不属本单位管辖' },
  rightBody: otherBodies.find((body) => body !== from && body !== leadOf(scene)) ?? 'urban',
})

/** Returned once, to the one who dispatched, who finds the right body; or twice, and ruled. */
export const returned: Course = (scene) => {
  const wrong = otherBodies.find((body) => body !== leadOf(scene)) ?? 'urban'
  if (!report(scene) || !accept(scene) || !dispatch(scene, { lead: wrong })) return false
  scene.tale.work(between(scene, 0.5, 3))
  if (!scene.tale.send('return', holder(scene), notOurs(scene, wrong)) || !dispatch(scene)) return false
  scene.tale.work(between(scene, 0.5, 3))
  if (chance(scene, 0.4)) {
    if (!scene.tale.send('return', holder(scene), notOurs(scene, leadOf(scene)))) return false
    if (!rule(scene, { decision: 'dispatch', lead: leadOf(scene) })) return false
  }
  if (!receive(scene) || !contact(scene)) return false
  toil(scene, between(scene, 0.2, 0.8))
  return resolve(scene) && rate(scene, { good: 0.85 })
}

const extensionReasons = ['需等配件到货，预计两日内安装', '连续降雨无法施工', '需入户两家协调时间'] as const

export const extended: Course = (scene) => {
  if (!report(scene) || !toHandling(scene)) return false
  toil(scene, between(scene, 0.5, 0.7))
  if (!isInTime(scene)) return resolve(scene) && rate(scene)
  const days = scene.world.random.whole(1, 4)
  if (!scene.tale.send('askExtension', holder(scene), { days, reason: oneOf(scene, extensionReasons) })) return false
  scene.tale.work(between(scene, 0.3, 2))
  const dispatcher = at(scene, districtPost(scene, 'dispatcher'))
  const granted = chance(scene, 0.8)
  if (
    !scene.tale.send(
      granted ? 'grantExtension' : 'refuseExtension',
      dispatcher,
      granted ? {} : { words: '理由不充分，请按期办结' },
    )
  )
    return false
  toil(scene, between(scene, 0.7, 0.95))
  return resolve(scene) && rate(scene)
}

const pauses = [
  ['weather', '连续低温，须待气温回升后施工'],
  ['material', '专用水泵定制中，厂家已排产'],
  ['procedure', '维修资金公示期未满'],
  ['consent', '须业主表决通过后施工'],
] as const

/** The words with which a lead asks for a pause of so many days. */
export function pauseFor(scene: Scene, days: number) {
  const [reason, words] = oneOf(scene, pauses)
  return { reason, words, until: dayOf(scene.tale.now().add({ hours: 24 * days })) }
}

export const suspended: Course = (scene) => {
  if (!report(scene) || !toHandling(scene)) return false
  toil(scene, between(scene, 0.2, 0.5))
  const days = scene.world.random.whole(5, 25)
  if (!scene.tale.send('askSuspension', holder(scene), pauseFor(scene, days))) return false
  scene.tale.work(between(scene, 1, 5))
  const supervisor = at(scene, districtPost(scene, 'supervisor'))
  if (chance(scene, 0.15)) {
    if (!scene.tale.send('refuseSuspension', supervisor, { words: '可先采取临时措施，不同意挂起' })) return false
  } else {
    if (!scene.tale.send('grantSuspension', supervisor)) return false
    // The timer resumes it when the last day is over.
    scene.tale.wait(days * 1440 + 2000)
  }
  scene.tale.work(between(scene, 1, 6))
  return resolve(scene) && rate(scene)
}

export const onLedger: Course = (scene) => {
  if (!report(scene) || !toHandling(scene)) return false
  toil(scene, between(scene, 0.3, 0.6))
  const plan = { missing: '原建设单位已注销，资金来源待定', plan: '列入年度改造，每月向报单人通报进展' }
  if (!scene.tale.send('askLedger', holder(scene), plan)) return false
  scene.tale.work(between(scene, 2, 7))
  if (!scene.tale.send('enterLedger', at(scene, districtPost(scene, 'supervisor')), { ...plan, leader: '分管副区长' }))
    return false
  scene.tale.wait(between(scene, 40, 150) * 1440)
  scene.tale.work(1)
  if (!scene.tale.send('leaveLedger', holder(scene), { words: '资金已落实，恢复办理' })) return false
  toil(scene, between(scene, 0.3, 0.9))
  return resolve(scene, 'solved') && rate(scene)
}

const declines = [
  ['court', '合同纠纷已进入诉讼程序'],
  ['arbitration', '属劳动争议，应先申请仲裁'],
  ['petition', '同一事项已在信访程序办理'],
  ['repeated', '同一地点同一事项正在办理'],
  ['unfounded', '多次联系无法核实具体地点'],
] as const

export const declined: Course = (scene) => {
  if (!report(scene) || !accept(scene)) return false
  const [reason, words] = oneOf(scene, declines)
  scene.tale.work(between(scene, 0.5, 3))
  if (chance(scene, 0.6) && !scene.tale.send('proposeDecline', holder(scene), { reason, words })) return false
  scene.tale.work(between(scene, 0.4, 3))
  if (!scene.tale.send('decline', at(scene, districtPost(scene, 'dispatcher')), { reason, words })) return false
  if (!chance(scene, 0.4)) return true
  scene.tale.wait(between(scene, 300, 9000))
  if (!scene.tale.send('appeal', scene.reporter, { words: '我认为这件事应当受理，请复核' })) return false
  scene.tale.work(between(scene, 2, 12))
  const supervisor = at(scene, districtPost(scene, 'supervisor'))
  if (!chance(scene, 0.4)) return scene.tale.send('reject', supervisor, { words: '经复核，不予受理的依据充分' })
  if (!scene.tale.send('uphold', supervisor, { words: '经复核，应当受理' })) return false
  if (!toHandling(scene)) return false
  toil(scene, 0.4)
  return resolve(scene) && rate(scene)
}

export const withdrawn: Course = (scene) => {
  if (!report(scene)) return false
  scene.tale.wait(between(scene, 2, 20))
  if (!scene.tale.send('withdraw', scene.reporter, chance(scene, 0.5) ? { words: '已经自己解决了' } : {})) return false
  // A danger to others is not withdrawn: it goes on as staff's own.
  return stateOf(scene) === 'withdrawn' || goOn(scene)
}

/** 联办: assisting units take their part; one that stays silent is relieved. */
export const joint: Course = (scene) => {
  if (assistantsOf(scene).length === 0) return usual(scene)
  if (!report(scene) || !accept(scene) || !dispatch(scene, { joint: true }) || !receive(scene) || !contact(scene)) return false
  for (const { unit, holder: post } of scene.tale.item()?.parts ?? []) {
    scene.tale.work(between(scene, 0.5, 3))
    if (chance(scene, 0.12)) {
      if (!scene.tale.send('relieve', holder(scene), { unit, words: '主办单位已自行完成该部分' })) return false
      continue
    }
    if (!scene.tale.send('receivePart', at(scene, post))) return false
    scene.tale.work(between(scene, 1, 6))
    if (!scene.tale.send('contribute', at(scene, post), { answer: '已到场配合，本单位部分处理完毕' })) return false
  }
  toil(scene, between(scene, 0.2, 0.7))
  return resolve(scene) && rate(scene)
}

/** 吹哨: the street calls units to the place. */
export const whistled: Course = (scene) => {
  const { street } = scene.site.place
  if (street === undefined || !report(scene) || !toHandling(scene)) return false
  const units = [leadOf(scene), `${street}-enforcement`, `${street}-police`].filter(
    (unit, index, all) => all.indexOf(unit) === index,
  )
  scene.tale.work(between(scene, 0.5, 2))
  const hour = scene.tale.now().add({ hours: 3 })
  const call = { units, place: `${scene.site.place.label}现场`.slice(0, 60), at: hour.toString() }
  if (!scene.tale.send('whistle', at(scene, { role: 'streetDesk', unit: street }), call)) return false
  scene.tale.wait(185)
  for (const unit of units.slice(0, 2)) {
    const whistle = scene.tale.item()?.whistles.at(-1)?.id
    scene.tale.wait(4)
    const who = at(scene, { role: 'clerk', unit })
    if (
      who &&
      !scene.tale.send('attend', who, { whistle, people: '带队负责人一名、工作人员两名', agreed: '现场划清责任，三日内完成' })
    )
      return false
  }
  toil(scene, between(scene, 0.2, 0.5))
  return resolve(scene) && rate(scene)
}

/** 问报单人 before it goes on; and what else is said along the way. */
export const asked: Course = (scene) => {
  if (!report(scene) || !accept(scene)) return false
  scene.tale.work(between(scene, 0.2, 1))
  if (!scene.tale.send('askReporter', holder(scene), { question: '请问具体是几单元几楼？方便时请补充照片' })) return false
  scene.tale.wait(between(scene, 10, 300))
  if (!scene.tale.send('replyToAsk', scene.reporter, { words: '就在进门左手边，一眼就能看到' })) return false
  if (!dispatch(scene) || !receive(scene)) return false
  if (chance(scene, 0.5) && !scene.tale.send('comment', holder(scene), { words: '已安排明天上午到场', forReporter: true }))
    return false
  if (!contact(scene)) return false
  toil(scene, between(scene, 0.1, 0.7))
  return resolve(scene) && rate(scene)
}

export const reopened: Course = (scene) => {
  if (!report(scene) || !toHandling(scene)) return false
  toil(scene, between(scene, 0.2, 0.7))
  if (!resolve(scene, 'solved') || !rate(scene, { asked: 1, good: 1 }) || stateOf(scene) !== 'closed') return false
  scene.tale.wait(between(scene, 3, 20) * 1440)
  if (!scene.tale.send('reopen', scene.reporter, { words: '又出现同样的问题' })) return false
  return again(scene)
}

/** 拆单: two matters in one report. The new case goes its own way, told by whoever called this. */
export const split =
  (part: string, other: string): Course =>
  (scene) => {
    if (!report(scene) || !accept(scene)) return false
    scene.tale.work(between(scene, 0.3, 2))
    const parts = [{ id: part, category: other, words: '同一报单中另一件事，单独办理' }]
    if (!scene.tale.send('split', holder(scene), { parts }) || !dispatch(scene) || !receive(scene) || !contact(scene))
      return false
    toil(scene, between(scene, 0.2, 0.7))
    return resolve(scene) && rate(scene)
  }
