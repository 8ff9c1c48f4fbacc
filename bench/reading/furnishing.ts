import { randomUUID } from 'node:crypto'
import { meetingPlace } from '#demo/personas.ts'
import type { Crowd } from '../crowd.ts'

/** Files what is only found here: a word that nobody else wrote, a case of 200 events. */
export async function furnishing({ post }: Crowd) {
  const rare = '獬豸石像'
  const place = { code: meetingPlace.estate }
  const { id, number } = await post(
    'resident',
    '/api/cases',
    { words: `小区门口的${rare}倒了，请扶起来`, place, category: 'municipal.pavement' },
    randomUUID(),
  )
  for (let turn = 0; turn < 200; turn += 1)
    await post('resident', `/api/cases/${id}/comment`, { words: `补充说明第${turn + 1}次` }, randomUUID())
  return { rare, number, long: id, point: [119.2, 36.77] as [number, number] }
}
