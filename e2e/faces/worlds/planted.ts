import { systemClock } from '#kernel/time/clock.ts'
import { settle, staff } from '#testing/neighbourhood.ts'
import { appoint } from '../../appoint.ts'
import { openHouse } from '../../openHouse.ts'
import { publish } from './bulletins.ts'
import { plantRooms } from './plantedRooms.ts'
import { askedBack } from './question.ts'
import { makeRound } from './round.ts'
import { asked, handOf, type World } from './world.ts'

/** Markup that would call, were it taken for any; short enough for a name. */
export const mark = '<img src=x onerror=alert(1)>'
/** The same in the other ways in which texts become something else. */
const marks = `${mark}"><script>alert(1)</script>'onmouseover='alert(1)' <svg/onload=alert(1)> javascript:alert(1) [x](javascript:alert(1)) \${alert(1)} {{7*7}} <a href=javascript:alert(1)>x</a> <!-- &lt;b&gt;`

const under = (name: string) => `${name}${mark}`

/** The invented neighbourhood where every name and every text that anybody typed is markup. */
export async function plantedWorld(): Promise<World> {
  // Two hours ago, until what was to happen by now has been told.
  let ago = 120
  const house = await openHouse((database) => settle(database, under), {
    clock: () => systemClock().subtract({ minutes: ago }),
  })
  const guards = ['securityAdmin', 'auditAdmin'] as const
  await appoint(house, Object.fromEntries(guards.map((role) => [role, [under('郭新'), role]])))
  const entries = [...Object.entries(staff), ...guards.map((role) => [role, { role }] as const)]
  const world: World = {
    name: 'planted',
    house,
    door: 'plum-3',
    people: {
      ...Object.fromEntries(
        entries.toReversed().map(([id, { role }]) => [role, { account: `${id}.${house.district}`, password: house.password }]),
      ),
      resident: { phone: '13800007777' },
    },
  }
  await plantRooms(world, (minutes) => {
    ago -= minutes
  })
  ago = 0
  const as = async (role: keyof World['people'], path: string, body: object = {}): Promise<{ id: string }> => {
    const hand = await handOf(world, role)
    if (!hand) throw new Error(`nobody is ${role}`)
    return asked(hand, path, body)
  }
  const words = { words: marks }
  const report = { ...words, where: marks.slice(0, 200), name: under('李'), home: marks.slice(0, 200), phone: '13800007777' }
  const file = async (category: string) =>
    (await as('resident', '/api/cases', { ...report, category, place: { code: world.door } })).id
  const does = (role: keyof World['people'], id: string, command: string, body: object = {}) =>
    as(role, `/api/cases/${id}/${command}`, body)

  const resolved = await file('neighbours.dispute')
  await does('gridWorker', resolved, 'accept')
  await does('gridWorker', resolved, 'comment', { ...words, forReporter: true })
  await does('gridWorker', resolved, 'dispatch', { lead: 'urban', ...words })
  await does('clerk', resolved, 'receive')
  await does('clerk', resolved, 'contact', { channel: 'telephone', reached: true, result: marks })
  await does('clerk', resolved, 'reveal', { reason: marks.slice(0, 200) })
  await does('supervisor', resolved, 'supervise', words)
  await does('clerk', resolved, 'resolve', { outcome: 'solved', done: marks, summary: marks.slice(0, 200) })
  await does('communitySecretary', resolved, 'approve', { summary: marks.slice(0, 200) })
  await does('resident', resolved, 'rate', { solved: false, level: 1, ...words })
  const declined = await file('neighbours.dispute')
  await does('dispatcher', declined, 'decline', { reason: 'court', ...words, outside: marks.slice(0, 200) })
  await does('gridWorker', await file('property.parking'), 'accept')
  for (let times = 0; times < 2; times += 1) await file('property.parking')
  await as('dispatcher', '/api/cases/views', { name: mark, query: 'scope=queue', shared: true })
  await as('systemAdmin', '/api/webhooks', { name: mark, address: 'https://example.org/hook' })
  await as('systemAdmin', '/api/people', { name: under('新'), account: `new.${house.district}` })
  world.bulletin = await publish((await handOf(world, 'propertyManager')) ?? fail(), {
    ...{ kind: 'water', places: ['plum', 'plum-3'], what: marks.slice(0, 500), advice: marks.slice(0, 500), call: mark },
  })
  world.question = await askedBack(world, (await handOf(world, 'gridWorker')) ?? fail(), { ...words, question: marks })
  await makeRound(house)
  const { rows } = await asked<{ rows: { id: string }[] }>((await handOf(world, 'communitySecretary')) ?? fail(), '/api/specials')
  await as('communitySecretary', `/api/specials/${rows[0]?.id}/take`, { plan: marks, until: soon() })
  return world
}

const fail = (): never => {
  throw new Error('the neighbourhood lacks somebody')
}
const soon = () => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 10 }).toString()
