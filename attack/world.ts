import { caseFlow } from '#capabilities/cases/flow.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { employ, type Person } from './matrix/cast.ts'
import { subjectsOf } from './matrix/subjects.ts'

/** A district with cases of every state and secrecy and whatever else may be known of it, and another beside it. */
export async function furnishedDistrict(more: Parameters<typeof setStage>[2] = {}) {
  const stage = await setStage(undefined, undefined, more)
  const hands = await employ(stage, '13800000005', '13800000006')
  const handOf = async (person: Person) => hands.get(person) ?? stage.nobody()
  const { subject, idsOf, spend } = subjectsOf(stage, handOf)
  const ids: string[] = []
  for (const state of ['reported', 'accepted', 'handling', 'published', 'closed', 'declined', 'merged'] as const)
    ids.push(await subject(`case ${state}`))
  for (const kind of ['special taken', 'bulletin', 'webhook', 'delivery', 'account', 'post', 'view'] as const)
    ids.push(await subject(kind))
  const stranger = stage.nobody()
  for (const more of [{ category: 'care.minors' }, { about: ['g-plum'] }, { phone: '13877770000', name: '钱独特' }])
    await stranger.send('report', '', lampReport({ category: 'neighbours.dispute', ...more }))
  const abroad = await setStage()
  return { ...stage, other: abroad.district, flow: caseFlow, hands, ids, idsOf, spend }
}
