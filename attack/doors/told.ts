import { namesBy } from '#bin/house.ts'
import { proposeSpecials } from '#capabilities/specials/store/propose.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { attached } from '#testing/stage.ts'
import type { Knock } from './knock.ts'
import type { Tried } from './table.ts'
import { everything, identity, outsiders, outsidersFor, planted, saidIn, unaware, type Watcher, type World } from './world.ts'

const q = (words: string) => encodeURIComponent(words)

/** How many open cases hang on a unit is for the system administrator to know, who may close it; and what somebody looked at is noted. */
const mayChange = /hanging|people\/changes/

/** A case that was handled to its end and told to everybody, for every post that was on its way. */
export async function handled(world: World): Promise<string> {
  // Later than all before it: lists have it first.
  world.clock.moveOn({ minutes: 1 })
  const id = await world.report()
  await world.does('follower', 'join', id)
  await world.does('reporter', 'comment', id, { words: '牦牛补充' })
  await world.does('gridWorker', 'accept', id)
  const photos = [await attached(world, world.hand('gridWorker'))]
  await world.does('gridWorker', 'solveOnSite', id, { outcome: 'solved', done: '劝和了', photos })
  await world.does('communitySecretary', 'approve', id, { summary: '邻里矛盾已化解', photos })
  await deliver(world.database, world.district, world.clock.now())
  return id
}

/** What somebody says who has nothing that they should: by whom, where, and which words. */
async function toldBy(world: World, id: string, who: Watcher, words: readonly string[], quick: boolean): Promise<string[]> {
  const said = await world.readAll(who, id, { quick })
  return [...said].flatMap(([url, text]) => saidIn(text, words).map((word) => `${url} tells ${who} ${word}`))
}

/** What the interface itself tells. */
export const toldKnocks = {
  all: async (world, { quick }) => {
    const id = await handled(world)
    const found: string[] = []
    for (const who of outsidersFor(quick)) found.push(...(await toldBy(world, id, who, everything, quick)))
    return found
  },
  unaware: async (world, { quick }) => {
    const id = await handled(world)
    const found: string[] = []
    for (const who of ['steward', 'leader', 'follower'] as const) found.push(...(await toldBy(world, id, who, identity, quick)))
    return found
  },
  changes: async (world, { quick }) => {
    const id = crypto.randomUUID()
    const minute = `from=${world.clock.now()}&to=${world.clock.now().add({ minutes: 1 })}`
    const more = [
      ...['', '?sort=due', '?category=neighbours.dispute', '?community=garden', '?state=reported'].map(
        (one) => `/api/cases${one}`,
      ),
      ...['received', 'open'].flatMap((name) => ['unit', 'community'].map((by) => `/api/metrics/${name}?by=${by}&${minute}`)),
      '/api/cases/count?community=garden',
      '/api/cases/export.xlsx?community=garden',
      '/api/cases/map?west=119&east=119.04&south=36&north=36.01&zoom=20',
    ]
    const found: string[] = []
    for (const who of outsidersFor(quick)) {
      const before = await world.readAll(who, id, { quick, more })
      await world.report({ id: undefined })
      await deliver(world.database, world.district, world.clock.now())
      const after = await world.readAll(who, id, { quick, more })
      for (const [url, text] of after)
        if (text !== before.get(url) && !mayChange.test(url)) found.push(`${url} tells ${who} that something came`)
    }
    return found
  },
  search: async (world, { quick }) => {
    await handled(world)
    const found: string[] = []
    const finds = async (who: Watcher, asked: string) => {
      const { text, status } = await world.read(who, `/api/cases/count?q=${q(asked)}`)
      if (status === 200 && JSON.parse(text).count !== 0) found.push(`${who} finds ${asked}`)
    }
    const parts = [...identity, planted.phone.slice(0, 7), planted.phone.slice(-4)]
    const ask = async (people: readonly Watcher[], words: readonly string[]) => {
      for (const who of people) for (const asked of words) await finds(who, asked)
    }
    await ask(quick ? ['leader', 'follower', 'neighbour'] : unaware.filter((one) => one !== 'steward'), [...parts, planted.words])
    await ask(quick ? ['gridWorker', 'dispatcher'] : ['gridWorker', 'communitySecretary', 'dispatcher', 'steward'], parts)
    return found
  },
  ids: async (world, { quick }) => {
    const [id, none] = [await world.report(), crypto.randomUUID()]
    const found: string[] = []
    const plain = (text: string) => text.replaceAll(id, '').replaceAll(none, '')
    for (const who of outsidersFor(quick)) {
      for (const part of ['', '/events', '/handlers', '/merged', `/photos/${none}`]) {
        const [theirs, nobodys] = [
          await world.read(who, `/api/cases/${id}${part}`),
          await world.read(who, `/api/cases/${none}${part}`),
        ]
        if (theirs.status !== nobodys.status || plain(theirs.text) !== plain(nobodys.text))
          found.push(`${who} ${part}: ${theirs.text}`)
      }
      for (const [command, input] of [
        ['accept', {}],
        ['comment', { words: '在吗' }],
        ['remind', {}],
      ] as const) {
        const [theirs, nobodys] = [
          await world.hand(who).send(command, id, input),
          await world.hand(who).send(command, none, input),
        ]
        if (theirs.status !== nobodys.status || plain(JSON.stringify(theirs.body)) !== plain(JSON.stringify(nobodys.body)))
          found.push(`${who} ${command}: ${JSON.stringify(theirs.body)}`)
      }
    }
    return found
  },
  similar: async (world) => {
    world.clock.moveOn({ minutes: 1 })
    const id = await world.report({ place: { point: { longitude: 119.005, latitude: 36.005, system: 'wgs84' } } })
    const { text } = await world.read(
      'stranger',
      '/api/cases/similar?longitude=119.0052&latitude=36.0051&system=wgs84&category=neighbours.dispute',
    )
    const like: { id: string; metres?: number }[] = JSON.parse(text)
    const found = saidIn(text, everything)
    if (!like.some((one) => one.id === id)) found.push('it is not told at all')
    if (/T\d\d:\d\d|119\.\d|reporter/.test(text)) found.push(`a moment, a point or a person: ${text}`)
    if (like.some(({ metres = 0 }) => metres % 50 !== 0)) found.push('a distance to the metre')
    await world.does('follower', 'join', id)
    for (const url of [`/api/cases/${id}`, '/api/cases', '/api/cases/map?west=119&east=119.04&south=36&north=36.01&zoom=22'])
      found.push(
        ...saidIn((await world.read('follower', url)).text, ['119.005', '36.005', ...everything]).map(
          (word) => `${url}: ${word}`,
        ),
      )
    return found
  },
  solved: async (world) => {
    const id = await handled(world)
    const { text } = await world.read('stranger', '/api/solved')
    const rows: Record<string, unknown>[] = JSON.parse(text).rows
    const known = ['category', 'id', 'month', 'photos', 'place', 'summary']
    const found = rows.flatMap((row) => Object.keys(row).filter((field) => !known.includes(field)))
    if (!rows.some((row) => row.id === id && String(row.photos).length === 36))
      found.push('it is not told at all, with its photo')
    // The 13th digit of an id says how it was made: 7 begins with the moment.
    found.push(...(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g) ?? []).map((one) => `a moment in ${one}`))
    return [...found, ...saidIn(text, [...everything, '3号楼'])]
  },
  specials: async (world) => {
    for (let times = 0; times < 3; times += 1) await world.report()
    await proposeSpecials(world.house, world.district, namesBy(world.cases))
    const { account } = JSON.parse((await world.read('reporter', '/api/session')).text)
    const found: string[] = []
    for (const who of ['communitySecretary', 'streetDesk', 'leader', 'dispatcher', ...outsiders] as const) {
      const { text } = await world.read(who, '/api/specials')
      found.push(...saidIn(text, [account, ...everything]).map((word) => `${who}: ${word}`))
    }
    return found
  },
  calls: async (world) => {
    const id = await world.report()
    const found: string[] = []
    for (const who of outsiders) {
      const { status, body } = await world.hand(who).post('/api/cases/calls', { phone: planted.phone })
      if (status === 200 && body.length > 0) found.push(`${who} is told of ${body.length}`)
    }
    const { body } = await world.hand('dispatcher').post('/api/cases/calls', { phone: planted.phone })
    const asked = body.some((one: { id: string }) => one.id === id)
    const looks = JSON.parse((await world.read('reporter', '/api/looks')).text)
    const seen = looks.some((look: { item?: string; reason: string }) => look.item === id && look.reason.includes('来电'))
    return asked && seen ? found : [...found, 'whoever asked is not on record']
  },
} satisfies Partial<Record<Tried, Knock>>
