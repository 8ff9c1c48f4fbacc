import { isToBeCalled } from '#capabilities/cases/calling.ts'
import { at, between, chance, districtPost, holder, leadOf, oneOf, type Scene, stateOf } from './scene.ts'
import { contact, outcomeOf, receive, resolve, rule, toil, verified } from './steps.ts'
import { summaryOf } from './texts/summaries.ts'

/** How cases end: rated, checked, called back, closed by themselves; or not solved, and taken up again. */

const praise = ['处理得很快', '师傅态度很好', '谢谢网格员', '问题解决了，满意', '第二天就来了', ''] as const
const blame = ['还是老样子', '只来看了一眼', '过两天又坏了', '没有人联系我'] as const

/** What the reporter says: about six in ten say anything. `good` is how likely they are content. */
export function rate(scene: Scene, { asked = 0.6, good = 0.94 } = {}): boolean {
  const item = scene.tale.item()
  if (item?.state !== 'resolved') return false
  if (item.staffReported) return check(scene)
  if (!chance(scene, asked)) return maybeCall(scene)
  scene.tale.wait(between(scene, 40, chance(scene, 0.7) ? 1400 : 7000))
  const content = chance(scene, good)
  const level = content ? oneOf(scene, [5, 5, 5, 5, 4, 4, 4, 4, 5, 3]) : oneOf(scene, [1, 2, 2, 3])
  const words = oneOf(scene, content ? praise : blame)
  if (!scene.tale.send('rate', scene.reporter, { solved: content, level, ...(words && { words }) })) return false
  if (content) return approve(scene)
  return again(scene)
}

/** A new round: the last handler once more; after the second "not solved" the dispatcher names who answers for it. */
export function again(scene: Scene): boolean {
  if (stateOf(scene) === 'contested') {
    const item = scene.tale.item()
    const worked = item?.state === 'contested' && item.work !== undefined
    const leader = '分管负责人牵头'
    const ruling = worked ? { decision: 'keep', leader } : { decision: 'dispatch', lead: leadOf(scene), leader }
    if (!rule(scene, ruling) || (!worked && !receive(scene))) return false
  }
  if (stateOf(scene) === 'handling') {
    if (!contact(scene)) return false
    toil(scene, between(scene, 0.2, 0.6))
    if (!resolve(scene, 'solved')) return false
  } else {
    scene.tale.work(between(scene, 1, 6))
    if (!scene.tale.send('solveOnSite', holder(scene), outcomeOf(scene, 'solved')) || !verified(scene)) return false
  }
  return rate(scene, { asked: 0.8, good: (scene.tale.item()?.notSolved ?? 0) > 1 ? 1 : 0.85 })
}

/** 验收 of what staff reported, by the grid leader. */
function check(scene: Scene): boolean {
  const item = scene.tale.item()
  if (item?.state !== 'resolved') return false
  scene.tale.work(between(scene, 1, 12))
  const { grid2, grid1, community } = item.place
  const not = item.resolution.by.id
  const leader =
    (grid2 === undefined ? undefined : at(scene, { role: 'gridLeader', unit: grid2 }, not)) ??
    (grid1 === undefined ? undefined : at(scene, { role: 'gridLeader', unit: grid1 }, not)) ??
    (community === undefined ? undefined : at(scene, { role: 'communitySecretary', unit: community }, not))
  if (!leader) return false
  return scene.tale.send('check', leader, { good: true, words: '现场看过，已处理' })
}

/** 回访 of most who are to be called. */
function maybeCall(scene: Scene): boolean {
  const item = scene.tale.item()
  if (!chance(scene, 0.9) || item === undefined || !isToBeCalled(item)) return true
  scene.tale.work(between(scene, 3, 20))
  const answered = chance(scene, 0.75)
  const content = chance(scene, 0.93)
  const input = answered ? { answered, solved: content, level: content ? oneOf(scene, [4, 5, 5]) : 2 } : { answered }
  if (!scene.tale.send('callBack', at(scene, districtPost(scene, 'caller')), input)) return false
  return !answered || content || again(scene)
}

/** 公开摘要, approved for some of what is closed. */
function approve(scene: Scene): boolean {
  const community = scene.site.place.community
  if (!chance(scene, 0.2) || community === undefined || scene.category.protected) return true
  scene.tale.work(between(scene, 1, 8))
  const summary = summaryOf(scene.category.code, scene.world.random)
  if (summary === undefined) return true
  return scene.tale.send('approve', at(scene, { role: 'communitySecretary', unit: community }), { summary })
}
