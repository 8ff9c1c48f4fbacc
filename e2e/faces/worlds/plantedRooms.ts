import { isoDay } from '#web/shared/time.ts'
import { shop } from '../../../attack/matrix/applications/subjects.ts'
import { branch } from '../../../attack/matrix/branches/subjects.ts'
import { committee, committeeKind } from '../../../attack/matrix/committees/subjects.ts'
import { errandFiled, errandHelper, errandItem, errandRequest } from '../../../attack/matrix/errands/subjects.ts'
import { group, network, partTime, reinforcement } from '../../../attack/matrix/grids/subjects.ts'
import { station } from '../../../attack/matrix/stations/subjects.ts'
import { asked, handOf, type World } from './world.ts'

/** Each text that was planted, by what it is of: the place in this list is the number by which it is known again. */
export const planted: string[] = []
const letters = 'abcdefghij'
/** Markup with a number, in letters: many a name takes no digits. */
const numbered = (number: number) => `<img src=x${[...String(number)].map((digit) => letters[Number(digit)]).join('')}>`
/** The numbers of the texts that stand in some words. */
export const numbersIn = (words: string): number[] =>
  [...words.matchAll(/<img src=x([a-j]+)>/g)].map(([, code = '']) =>
    Number([...code].map((one) => letters.indexOf(one)).join('')),
  )

/** The same with markup behind every text that somebody typed, which are those in Chinese. */
function typed<Body>(of: string, body: Body): Body
function typed(of: string, body: unknown): unknown {
  if (typeof body === 'string')
    return /\p{Script=Han}/u.test(body) ? `${body.slice(0, 6)}${numbered(planted.push(of) - 1)}` : body
  if (Array.isArray(body)) return body.map((one) => typed(of, one))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([name, one]) => [name, typed(`${of}.${name}`, one)]))
}

/** Two hours ago, as the house has it while this is planted. */
const begun = () => Date.now() - 2 * 3_600_000
const today = (plus = 0) => isoDay(begun(), plus)

/**
 * Plants markup in what residents, helpers, committees, branches and stations type. `later` sets the house's clock forth by so many
 * minutes: what happens at a meeting is told once it has begun.
 */
export async function plantRooms(world: World, later: (minutes: number) => void): Promise<void> {
  const hand = async (role: keyof World['people']) => (await handOf(world, role)) ?? fail(role)
  const post = async (role: keyof World['people'], path: string, of: string, body: object = {}) =>
    asked<{ id: string }>(await hand(role), `/api/${path}`, typed(of, body))
  const enter = async <Entry extends object>(role: keyof World['people'], register: string, code: string, plain: Entry) => {
    const entry = typed(register, plain)
    const reply = await (await hand(role)).put(`/api/registers/${register}/${code}`, {
      data: { entry, version: 0 },
      headers: { 'idempotency-key': `${register} ${code}` },
    })
    if (!reply.ok()) throw new Error(`${register}: ${reply.status()} ${await reply.text()}`)
    return entry
  }

  await enter('systemAdmin', 'committee-kinds', committeeKind.code, committeeKind)
  await enter('streetDesk', 'committees', committee.code, committee)
  const begins = Temporal.Now.instant().subtract({ minutes: 119 })
  const meeting = await post('streetDesk', 'meetings', 'meeting', {
    ...{ committee: committee.code, venue: '会议室', agenda: [{ subject: '停车', presenter: '秘书', decides: true }] },
    ...{ startsAt: begins.toString(), endsAt: begins.add({ minutes: 60 }).toString() },
  })
  const meets = (command: string, body: object = {}) =>
    post('streetDesk', `meetings/${meeting.id}/${command}`, `meeting ${command}`, body)
  await meets('call')
  later(2)
  await meets('hold', { attendance: [1, 2].map((seat) => ({ seat, is: 'present' })) })
  await meets('vote', { item: 1, recused: [], for: 2, against: 0, abstained: 0 })
  await meets('resolve', { item: 1, text: '同意划线', public: true })
  await meets('minute', { text: '纪要全文' })
  await meets('remark', { words: '补一句' })
  const assigned = { meeting: meeting.id, item: 1, subject: '划线', holder: 'garden', limit: today(20) }
  const task = await post('streetDesk', 'tasks', 'task', assigned)
  await post('communitySecretary', `tasks/${task.id}/report`, 'task report', { words: '画了一半' })

  const { code, items } = await enter('systemAdmin', 'networks', network.code, network)
  const done = items.map(({ what }) => ({ network: code, what }))
  const visit = { on: today(), done, ...typed('visit', { note: '家里没人' }) }
  await asked(await hand('gridWorker'), '/api/visits', visit)
  await enter('communitySecretary', 'grid-groups', group.grid, group)
  await enter('communitySecretary', 'reinforcements', reinforcement.code, reinforcement)
  await enter('communitySecretary', 'part-time-grid-workers', partTime.code, partTime)
  await enter('communitySecretary', 'branches', branch.code, branch)
  const declaration = await post('resident', 'declarations', 'declaration', { estate: 'plum', kind: 'unposted' })
  const claim = { kind: 'green', where: '东门花坛', promise: '每周浇水' }
  await post('resident', `declarations/${declaration.id}/claimArea`, 'declaration claim', claim)

  await enter('communitySecretary', 'stations', 'station', { ...station, code: 'station', name: '驿站', about: '进来歇歇' })
  await post('resident', 'applications', 'application', shop)

  await enter('systemAdmin', 'errand-items', errandItem.code, { ...errandItem, letter: true })
  const request = async () => (await post('resident', 'errands', 'errand', errandRequest)).id
  const does = (role: keyof World['people'], id: string, command: string, body: object = {}) =>
    post(role, `errands/${id}/${command}`, `errand ${command}`, body)
  const helped = async () => {
    const id = await request()
    await does('communitySecretary', id, 'assign', { helper: errandHelper })
    await does('gridWorker', id, 'begin')
    await does('gridWorker', id, 'submit')
    return id
  }
  await helped()
  await does('gridWorker', await helped(), 'reject', { because: '材料不全', missing: '户口本' })
  const ended = await helped()
  await does('gridWorker', ended, 'conclude')
  await does('resident', ended, 'confirm', { satisfied: false, words: '等得太久' })
  await does('communitySecretary', await request(), 'decline', { because: '不归我们' })
  await post('gridWorker', 'errands/file', 'errand filed', errandFiled)
}

function fail(what: string): never {
  throw new Error(`the neighbourhood lacks ${what}`)
}
