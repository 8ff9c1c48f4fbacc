import { lampReport, setStage } from '#testing/stage.ts'
import { forgetAttempts } from '../attempts.ts'
import { employ, type Person } from '../matrix/cast.ts'
import type { Knock } from './knock.ts'
import { differences, workbench } from './work.ts'
import { outsidersFor, planted } from './world.ts'

const q = (words: string) => encodeURIComponent(words)

/**
 * Asks of what there is and of what there is not, as whoever should not know, and compares the work that each made: statements that were sent,
 * and passwords that were hashed. A clock would tell the same of a slow machine, and of nothing else on a busy one.
 */
export const timed: Knock = async (_, { quick }) => {
  const { database, workOf } = await workbench()
  const found: string[] = []
  try {
    const stage = await setStage(undefined, database)
    const { district } = stage
    const hands = await employ(stage, planted.phone, '13800000008')
    const hand = (who: Person) => hands.get(who) ?? stage.nobody()
    const stranger = stage.nobody()
    const other = { words: '另一件', place: { code: 'plum' }, category: 'neighbours.dispute' }
    hands.set('code holder', await stage.holder((await stage.nobody().send('report', '', other)).body.secret.queryCode))
    const abroad = await setStage(undefined, database)

    /** Whether asking each makes the same work as the first, once everything is there that is made for the first who asks. */
    async function alike(what: string, asking: Readonly<Record<string, () => Promise<unknown>>>) {
      const works: [string, ReadonlyMap<string, number>][] = []
      for (const round of ['first', 'then'])
        for (const [of, ask] of Object.entries(asking)) {
          await forgetAttempts(database, district)
          await forgetAttempts(database, '')
          const work = await workOf(ask)
          if (round === 'then') works.push([of, work])
        }
      const [first] = works
      if (!first || first[1].size < 2) found.push(`${what}: no work was heard`)
      for (const [of, work] of works.slice(1))
        found.push(...differences(first?.[1] ?? new Map(), work).map((one) => `${what}, ${first?.[0]} and ${of}: ${one}`))
    }

    const enter = (account: string) => () => stranger.post('/api/session', { account, password: 'a wrong password' })
    await alike('signing in', {
      'a name that there is': enter(`wangMin.${district}`),
      'one that there is not': enter(`nobody-at-all.${district}`),
      'one of another district': enter(`wangMin.${abroad.district}`),
      'an administrator’s': enter(`admin.${district}`),
      'the telephone of a resident': enter(planted.phone),
    })
    const [known, unknown] = [planted.phone, '13811112222']
    await alike('asking for a code', {
      'a telephone with an account': () => stranger.post('/api/session/phone-code', { phone: known }),
      'one without': () => stranger.post('/api/session/phone-code', { phone: unknown }),
    })
    const wrongly = (phone: string) => () =>
      stranger.post('/api/session/phone', { phone, code: stage.cameTo(phone) === '000000' ? '000001' : '000000' })
    await alike('entering a code', {
      'a telephone with an account': wrongly(known),
      'one without': wrongly(unknown),
    })

    const code: string = (await stage.nobody().send('report', '', lampReport({ ...planted }))).body.secret.queryCode
    await (await stage.holder(code)).post('/api/me/erase', { sure: true })
    const codes = { 'a code that was good once': code, 'one that never was': '0000000000000' }
    const each = (ask: (code: string) => Promise<unknown>) =>
      Object.fromEntries(Object.entries(codes).map(([of, one]) => [of, () => ask(one)]))
    await alike(
      'entering a query code',
      each((one) => stranger.post('/api/session/query-code', { code: one })),
    )
    await alike(
      'asking how it stands by a query code',
      each((one) => stranger.post('/api/cases/by-code', { codes: [one] })),
    )

    const told = lampReport({ ...planted, category: 'neighbours.dispute', place: { code: 'plum-3' } })
    const { id } = (await hand('reporter').send('report', '', told)).body
    const none = crypto.randomUUID()
    // Whoever is nobody is refused before anything is read.
    for (const who of outsidersFor(quick).filter((one) => one !== 'stranger')) {
      const reads = ['', '/events', '/handlers', '/merged', `/photos/${none}`]
      for (const part of reads)
        await alike(`reading a case (${part || 'itself'}) as ${who}`, {
          'somebody else’s': () => hand(who).get(`/api/cases/${id}${part}`),
          'none at all': () => hand(who).get(`/api/cases/${none}${part}`),
        })
      for (const [command, input] of [
        ['accept', {}],
        ['comment', { words: '在吗' }],
        ['remind', {}],
      ] as const)
        await alike(`sending ${command} as ${who}`, {
          'somebody else’s': () => hand(who).send(command, id, input),
          'none at all': () => hand(who).send(command, none, input),
        })
      for (const url of ['/api/cases?q=', '/api/cases/count?q='])
        await alike(`searching (${url}) as ${who}`, {
          'words that somebody wrote': () => hand(who).get(url + q(planted.words)),
          'words that nobody did': () => hand(who).get(url + q('骐骥堵塞了河滩')),
          'their name': () => hand(who).get(url + q(planted.name)),
        })
      await alike(`asking what a telephone told before as ${who}`, {
        'one that did': () => hand(who).post('/api/cases/calls', { phone: planted.phone }),
        'one that did not': () => hand(who).post('/api/cases/calls', { phone: '13811112222' }),
      })
    }
  } finally {
    await database.close()
  }
  return found
}
