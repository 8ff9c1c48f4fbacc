import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { lampReport } from '#testing/stage.ts'
import { tell, tellingPlaces } from '#testing/telltale.ts'
import { cast, type Person } from '../matrix/cast.ts'
import { saidInTables } from '../said.ts'
import type { Knock } from './knock.ts'
import type { Tried } from './table.ts'
import { handled } from './told.ts'
import { everything, outsiders, planted, saidIn } from './world.ts'

const staffAt = (district: string, person: Person) => {
  const [role, unit] = person in cast ? cast[person as keyof typeof cast] : (['nobody', ''] as const)
  return { district, id: `cast-${person.replaceAll(' ', '-')}`, name: person, role, unit: unit || district }
}

/** What stands beside the interface: codes, notices, live updates, the database as a backup has it. */
export const besideKnocks = {
  signIn: async ({ hand, district }) => {
    const found: string[] = []
    const same = async (url: string, known: object, unknown: object) => {
      const [one, other] = [await hand('stranger').post(url, known), await hand('stranger').post(url, unknown)]
      if (JSON.stringify(one) !== JSON.stringify(other)) found.push(`${url}: ${JSON.stringify([one, other])}`)
    }
    await same('/api/session/phone-code', { phone: planted.phone }, { phone: '13811112222' })
    await same('/api/session/phone', { phone: planted.phone, code: '000000' }, { phone: '13811112223', code: '000000' })
    const password = 'a wrong password'
    await same('/api/session', { account: `wangMin.${district}`, password }, { account: `nobody.${district}`, password })
    return found
  },
  queryCodes: async ({ hand, nobody, holder, told }) => {
    const { body } = await nobody().send('report', '', lampReport({ ...planted }))
    const code: string = body.secret.queryCode
    told(code)
    await (await holder(code)).post('/api/me/erase', { sure: true })
    const ask = (one: string) => hand('stranger').post('/api/session/query-code', { code: one })
    const [erased, never] = [await ask(code), await ask('0000000000000')]
    const found = JSON.stringify(erased) === JSON.stringify(never) ? [] : [JSON.stringify([erased, never])]
    const standing = (one: string) => hand('stranger').post('/api/cases/by-code', { codes: [one] })
    const [erasedToo, neverToo] = [await standing(code), await standing('0000000000000')]
    if (JSON.stringify(erasedToo) !== JSON.stringify(neverToo)) found.push(JSON.stringify([erasedToo, neverToo]))
    for (let times = 0; times < 30; times += 1) await ask('0000000000000')
    if ((await ask('0000000000000')).status !== 429) found.push('it is never slowed down')
    if ((await standing('0000000000000')).status !== 429) found.push('it is not slowed down where many are sent')
    return found
  },
  notices: async (world) => {
    const id = await handled(world)
    const { rows } = await within(world.database, { as: 'owner' }, (connection) =>
      sql<{ recipient: string; words: string }>`select recipient, words::text from record.notices where item = ${id}`.execute(
        connection,
      ),
    )
    const found = rows.flatMap(({ words }) => saidIn(words, everything))
    const strangers = new Set(
      outsiders.map((person) => staffAt(world.district, person)).map(({ role, unit }) => `${role}@${unit}`),
    )
    found.push(...rows.flatMap(({ recipient }) => (strangers.has(recipient) ? [`${recipient} is told`] : [])))
    return rows.length > 0 ? found : ['nobody was told of anything']
  },
  live: async (world) => {
    const heard = new Map<string, object[]>()
    const leaves = [...outsiders.filter((one) => one in cast), 'dispatcher' as const].map((person) => {
      const stirs: object[] = []
      heard.set(person, stirs)
      return world.live.listen(world.district, {
        sight: sightOf(staffAt(world.district, person)),
        hear: (stir) => stirs.push(stir),
      })
    })
    const id = await world.report()
    await world.does('gridWorker', 'accept', id)
    const ofIt = (person: string) => (heard.get(person) ?? []).filter((stir) => JSON.stringify(stir).includes(id))
    for (let turns = 0; turns < 100 && ofIt('dispatcher').length < 2; turns += 1) await wait(100)
    for (const leave of leaves) leave()
    const found = [...heard.keys()]
      .filter((person) => person !== 'dispatcher' && ofIt(person).length > 0)
      .map((person) => `${person} hears`)
    if (ofIt('dispatcher').length < 2) found.push('nobody hears of anything')
    const fields = ofIt('dispatcher').flatMap((stir) => Object.keys(stir))
    return [...found, ...fields.filter((field) => field !== 'item' && field !== 'sequence')]
  },
  refusals: async ({ hand }) => {
    const wrong = [
      { ...planted, category: 5 },
      { ...planted, place: planted.home },
      { [planted.words]: planted.name },
      { words: 7, name: [planted.name] },
    ]
    const found: string[] = []
    for (const body of wrong) {
      const reply = await hand('stranger').send('report', '', body)
      if (reply.status !== 400) found.push(`it was taken: ${JSON.stringify(reply)}`)
      found.push(...saidIn(JSON.stringify(reply.body), [planted.name, planted.phone, planted.home]))
    }
    return found
  },
  dump: async (world) => {
    const id = await handled(world)
    const { body } = await world.nobody().send('report', '', lampReport({ ...planted }))
    await world.hand('gridWorker').post(`/api/cases/${id}/reveal`, { reason: '约定上门时间' })
    await world.hand('stranger').post('/api/session', { account: planted.phone, password: 'at the wrong door' })
    await world.hand('stranger').get(`/api/cases?q=${encodeURIComponent(planted.words)}`)
    await world.hand('reporter').post('/api/session/phone-code', { phone: planted.phone })
    world.told(body.secret.queryCode)
    const secrets = [body.secret.queryCode, world.cameTo(planted.phone), world.hand('reporter').cookie?.split('.')[1] ?? '']
    const hidden = [tell, ...tellingPlaces]
    return saidInTables(world.database, world.district, [...everything, ...secrets.filter((one) => one.length > 6), ...hidden])
  },
} satisfies Partial<Record<Tried, Knock>>
