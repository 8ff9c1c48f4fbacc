import { lampReport } from '#testing/stage.ts'
import type { Person } from '../cast.ts'
import { after, bodyOf, type Kit, type Maker, type Makers, type Step } from '../kit.ts'

const assisting = [
  { unit: 'power', task: '断电' },
  { unit: 'property-1', task: '开门' },
]
const court = { reason: 'court', words: '已在法院' }
export const wait = { reason: 'reporter', until: '2026-03-06', words: '等居民回家' }

/** Somebody sends a command on the case, with a fixed input or one that is made for it. */
const sends =
  (by: Person, command: string, input: object | ((kit: Kit, id: string) => Promise<object>) = {}): Step =>
  async (kit, id) => {
    const hand = await kit.handOf(by)
    bodyOf(await hand.send(command, id, typeof input === 'function' ? await input(kit, id) : input))
  }

/** It was mended, as a new photo shows. */
async function solved({ photo, photos }: Kit, id: string) {
  const shown = await photo()
  photos.set(id, shown)
  return { outcome: 'solved', done: '已更换灯泡', photos: [shown] }
}

/** A report of a lamp in 梅园, by whom, with what else there is of it. */
const reportedBy =
  (by: Person, more: (kit: Kit) => object = () => ({})): Maker =>
  async (kit) =>
    bodyOf(await (await kit.handOf(by)).send('report', '', lampReport(more(kit)))).id

/** A case that lies in 梅园, as a resident reports it. */
export const reported: Maker = reportedBy('reporter')
const accepted = after(reported, sends('gridWorker', 'accept'))
/** 区综合行政执法局 leads. */
const dispatched = after(accepted, sends('gridWorker', 'dispatch', { lead: 'urban', assisting }))
const handling = after(dispatched, sends('clerk', 'receive'))
const alone = after(handling, ...assisting.map(({ unit }) => sends('clerk', 'relieve', { unit, words: '不再需要' })))
const verifying = after(alone, sends('clerk', 'resolve', solved))
const resolved = after(verifying, sends('gridWorker', 'verify'))
const published = after(
  resolved,
  sends('communitySecretary', 'approve', async ({ photoOf }, id) => ({ summary: '路灯已修好', photos: [photoOf(id)] })),
)
const rated = sends('reporter', 'rate', { solved: true, level: 5 })
const declined = after(reported, sends('dispatcher', 'decline', court))
/** Nobody else assists: from acceptance until it is found to be mended. */
const toResolved = [
  sends('gridWorker', 'accept'),
  sends('gridWorker', 'dispatch', { lead: 'urban' }),
  sends('clerk', 'receive'),
  sends('clerk', 'resolve', solved),
  sends('gridWorker', 'verify'),
]
const suspensionAsked = after(handling, sends('clerk', 'askSuspension', wait))
const ledgerAsked = after(handling, sends('clerk', 'askLedger', { missing: '资金', plan: '明年改造' }))
const merges = sends('gridWorker', 'merge', async (kit) => ({ parent: await accepted(kit) }))
/** Whoever reported it left a telephone, and lets a company know it. */
const told = reportedBy('reporter', () => ({ phone: '13877771111', name: '孙新', shareContact: true }))

/** How a case comes to each state, and what else cases are looked at with. */
export const subjects = {
  'case reported': reported,
  'case accepted': accepted,
  'case question accepted': after(
    reportedBy('reporter', () => ({ kind: 'consultation', category: 'neighbours.dispute' })),
    sends('gridWorker', 'accept'),
  ),
  'case triage': after(accepted, sends('gridWorker', 'escalate', { words: '请协调' })),
  'case dispatched': dispatched,
  'case handling': handling,
  'case handling alone': alone,
  'case handling with a contact': after(
    told,
    sends('gridWorker', 'accept'),
    sends('gridWorker', 'dispatch', { lead: 'urban', assisting }),
    sends('clerk', 'receive'),
  ),
  'case asked': after(
    told,
    sends('gridWorker', 'accept'),
    sends('gridWorker', 'dispatch', { lead: 'urban', assisting }),
    sends('clerk', 'receive'),
    sends('clerk', 'askReporter', { question: '是几单元？' }),
  ),
  'case protected handling': after(
    reportedBy('reporter', () => ({ category: 'care.minors' })),
    sends('dispatcher', 'dispatch', { lead: 'urban' }),
    sends('clerk', 'receive'),
  ),
  'case whistled': after(
    handling,
    sends('streetDesk', 'whistle', { units: ['power'], place: '梅园东门', at: '2026-03-03T10:00:00+08:00' }),
  ),
  'case extension asked': after(handling, sends('clerk', 'askExtension', { days: 1, reason: '等配件' })),
  'case suspension asked': suspensionAsked,
  'case suspended': after(suspensionAsked, sends('supervisor', 'grantSuspension')),
  'case ledger asked': ledgerAsked,
  'case ledger': after(ledgerAsked, sends('supervisor', 'enterLedger', { leader: '杨区长', plan: '列入改造', missing: '资金' })),
  'case verifying': verifying,
  'case contested': after(accepted, sends('gridWorker', 'proposeDecline', court)),
  'case resolved': resolved,
  'case of staff resolved': after(
    reportedBy('gridWorker', () => ({ as: 'patrol' })),
    ...toResolved.slice(1),
  ),
  'case from outside resolved': after(
    reportedBy('dispatcher', ({ next }) => ({ outerId: `12345-${next()}` })),
    ...toResolved,
  ),
  'case by telephone': reportedBy('communitySecretary', () => ({ as: 'phone', phone: '13877772222' })),
  'case published': published,
  'case published closed': after(published, rated),
  'case closed': after(resolved, rated),
  'case declined': declined,
  'case appealed': after(declined, sends('reporter', 'appeal', { words: '请再看看' })),
  'case merged': after(accepted, merges),
  'case merged unaccepted': after(reported, merges),
  view: async ({ handOf, next }) => {
    const body = { name: `我的 ${next()}`, query: 'scope=queue', shared: false }
    return bodyOf(await (await handOf('dispatcher')).post('/api/cases/views', body)).id
  },
} satisfies Makers

/** The states in which cases are knocked at; `published`: resolved, and told to everybody. */
export type CaseState = keyof typeof subjects extends infer Kind ? (Kind extends `case ${infer State}` ? State : never) : never
