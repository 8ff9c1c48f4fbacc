import { settle, staff } from '#testing/neighbourhood.ts'
import { appoint } from '../../appoint.ts'
import { openHouse } from '../../openHouse.ts'
import { publish } from './bulletins.ts'
import { askedBack } from './question.ts'
import { makeRound } from './round.ts'
import { asked, handOf, type World } from './world.ts'

/** A name of 40 characters that begins as the usual one: every second one is a long word without a break. */
export function stretched(name: string): string {
  const filling =
    name.length % 2 === 0 ? '第三期南区东门外公共停车场与老年活动中心联合管理' : 'Wolfeschlegelsteinhausenbergerdorffwelche'
  return `${name}${filling.repeat(2)}`.slice(0, 40)
}

/** 2,000 characters as somebody writes them who has much to say, with a word and an address that do not break. */
const story = `${'我家楼下的路灯从上个月开始就不亮了，晚上下楼要打手电筒，老人摔过一跤，孩子也害怕。'.repeat(60)}`
export const longWords =
  `${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau'} https://example.org/${'a'.repeat(120)} ${story}`.slice(0, 2000)

/** The invented neighbourhood where everything and everybody is called by 40 characters, and every text is as long as it may be. */
export async function extremeWorld(): Promise<World> {
  const house = await openHouse((database) => settle(database, stretched))
  // The neighbourhood has no administrators of security and of audit by itself.
  const guards = ['securityAdmin', 'auditAdmin'] as const
  await appoint(house, Object.fromEntries(guards.map((role) => [role, [stretched('郭新'), role]])))
  const entries = [...Object.entries(staff), ...guards.map((role) => [role, { role }] as const)]
  const world: World = {
    name: 'extreme',
    house,
    door: 'plum-3',
    people: {
      ...Object.fromEntries(
        // The first of those with a role is whom the stories play with.
        entries.toReversed().map(([id, { role }]) => [role, { account: `${id}.${house.district}`, password: house.password }]),
      ),
      resident: { phone: '13800006666' },
    },
  }
  const [resident, worker, manager] = await Promise.all([
    handOf(world, 'resident'),
    handOf(world, 'gridWorker'),
    handOf(world, 'propertyManager'),
  ])
  if (!resident || !worker || !manager) throw new Error('the neighbourhood lacks somebody')
  const place = { code: world.door }
  const file = async (category: string) =>
    (await asked<{ id: string }>(resident, '/api/cases', { words: longWords, where: longWords.slice(0, 200), category, place }))
      .id
  await file('municipal.streetLamp')
  const answered = await file('services.policy')
  await asked(worker, `/api/cases/${answered}/accept`, {})
  await asked(worker, `/api/cases/${answered}/answer`, { done: longWords })
  const dispatched = await file('municipal.streetLamp')
  await asked(worker, `/api/cases/${dispatched}/accept`, {})
  await asked(worker, `/api/cases/${dispatched}/dispatch`, { lead: 'urban', words: longWords.slice(0, 1000) })
  await asked(worker, `/api/cases/${dispatched}/comment`, { words: longWords, forReporter: true })
  world.bulletin = await publish(manager, {
    ...{ kind: 'water', places: ['plum', 'plum-3'], what: longWords.slice(0, 500), advice: longWords.slice(0, 500) },
    call: longWords.slice(0, 100),
  })
  world.question = await askedBack(world, worker, { words: longWords, question: longWords.slice(0, 500) })
  await makeRound(house)
  return world
}
