import type { Database } from '#kernel/database/open.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { employ, type Person } from './matrix/cast.ts'
import { subjectKinds, subjectsOf } from './matrix/subjects.ts'

/**
 * A district with something of every kind that can be knocked at, and cases of every state and secrecy; in the database of all stories, or
 * one of its own. `more` sets its stage otherwise.
 */
export async function furnishedDistrict(more: Parameters<typeof setStage>[2] = {}, own?: Database) {
  const stage = await setStage(undefined, own, more)
  const hands = await employ(stage, '13800000005', '13800000006')
  const handOf = async (person: Person) => hands.get(person) ?? stage.nobody()
  const { subject, idsOf, spend } = subjectsOf(stage, handOf)
  const ids: string[] = []
  for (const kind of subjectKinds) ids.push(await subject(kind))
  const stranger = stage.nobody()
  for (const said of [{ category: 'care.minors' }, { about: ['g-plum'] }, { phone: '13877770000', name: '钱独特' }])
    await stranger.send('report', '', lampReport({ category: 'neighbours.dispute', ...said }))
  return { ...stage, hands, ids, idsOf, spend }
}
