import { lampReport } from '#testing/stage.ts'
import type { Person } from '../cast.ts'
import { after, bodyOf, type Kit, type Maker, type Makers, type Step } from '../kit.ts'

/** The states in which cases are knocked at; `published`: resolved, and told to everybody. */
export type CaseState =
  | 'reported'
  | 'accepted'
  | 'triage'
  | 'dispatched'
  | 'handling'
  | 'suspended'
  | 'ledger'
  | 'verifying'
  | 'contested'
  | 'resolved'
  | 'published'
  | 'closed'
  | 'declined'
  | 'appealed'
  | 'merged'

const assisting = [
  { unit: 'power', task: '断电' },
  { unit: 'property-1', task: '开门' },
]
const court = { reason: 'court', words: '已在法院' }
const wait = { reason: 'reporter', until: '2026-03-06', words: '等居民回家' }

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

/** A case that lies in 梅园, as a resident reports it. */
export const reported: Maker = async ({ handOf }) => bodyOf(await (await handOf('reporter')).send('report', '', lampReport())).id
const accepted = after(reported, sends('gridWorker', 'accept'))
/** 区综合行政执法局 leads. */
const dispatched = after(accepted, sends('gridWorker', 'dispatch', { lead: 'urban', assisting }))
const handling = after(dispatched, sends('clerk', 'receive'))
const verifying = after(
  handling,
  ...assisting.map(({ unit }) => sends('clerk', 'relieve', { unit, words: '不再需要' })),
  sends('clerk', 'resolve', solved),
)
const resolved = after(verifying, sends('gridWorker', 'verify'))
const declined = after(reported, sends('dispatcher', 'decline', court))

/** How a case comes to each state, and what else cases are looked at with. */
export const subjects = {
  'case reported': reported,
  'case accepted': accepted,
  'case triage': after(accepted, sends('gridWorker', 'escalate', { words: '请协调' })),
  'case dispatched': dispatched,
  'case handling': handling,
  'case suspended': after(handling, sends('clerk', 'askSuspension', wait), sends('supervisor', 'grantSuspension')),
  'case ledger': after(
    handling,
    sends('clerk', 'askLedger', { missing: '资金', plan: '明年改造' }),
    sends('supervisor', 'enterLedger', { leader: '杨区长', plan: '列入改造', missing: '资金' }),
  ),
  'case verifying': verifying,
  'case contested': after(accepted, sends('gridWorker', 'proposeDecline', court)),
  'case resolved': resolved,
  'case published': after(
    resolved,
    sends('communitySecretary', 'approve', async ({ photoOf }, id) => ({ summary: '路灯已修好', photos: [photoOf(id)] })),
  ),
  'case closed': after(resolved, sends('reporter', 'rate', { solved: true, level: 5 })),
  'case declined': declined,
  'case appealed': after(declined, sends('reporter', 'appeal', { words: '请再看看' })),
  'case merged': after(
    accepted,
    sends('gridWorker', 'merge', async (kit) => ({ parent: await accepted(kit) })),
  ),
  view: async ({ handOf, next }) => {
    const body = { name: `我的 ${next()}`, query: 'scope=queue', shared: false }
    return bodyOf(await (await handOf('dispatcher')).post('/api/cases/views', body)).id
  },
} satisfies Makers
