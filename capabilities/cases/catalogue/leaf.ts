import type { Span } from '#kernel/time/span.ts'
import { type Words, words } from '#kernel/words.ts'
import type { Kind } from '../contract/terms.ts'
import { type BodyCode, bodies } from './bodies.ts'
import type { Category, Group, Lead, Limits } from './category.ts'

type Pair = readonly [zh: string, en: string]

/** How long a matter takes: what a call settles, what a visit settles, what needs works or a procedure. */
type Pace = 'quick' | 'usual' | 'long'

/** A category as it is written down here. What it does not say is as usual. */
interface Leaf {
  code: string
  name: Pair
  lead: Lead
  accepted: Pair
  closed: Pair
  /** Terms of the vocabulary, as `terms` reads them. */
  words: string
  kind?: Kind
  pace?: Pace
  dispatchBy?: Category['dispatchBy']
  dutyList?: Category['dutyList']
  assisting?: readonly Lead[]
  /** Makes it urgent. */
  danger?: { call: ('110' | '119' | '120')[]; advice: Pair }
  verified?: boolean
  photos?: 'both' | 'after' | 'none'
  withdrawable?: boolean
  answer?: Pair
  urbanManagement?: string
  protected?: 'minors' | 'violence'
  aboutChain?: true
}

export interface Chapter {
  group: Group
  leaves: Category[]
}

export const body = (code: BodyCode): Lead => ({ unitKind: bodies[code].unitKind, code })
export const station = (code: BodyCode): Lead => ({ unitKind: 'station', code })
export const property: Lead = { unitKind: 'propertyCompany', otherwise: 'community' }
export const community: Lead = { unitKind: 'community' }
export const street: Lead = { unitKind: 'street' }

/** A group with what it holds. The codes of its categories begin with its own; the hotline's classes are named by path. */
export const chapter = (code: string, [zh, en]: Pair, vocabulary: string, leaves: readonly Leaf[]): Chapter => ({
  group: { code, name: words(zh, en), words: terms(vocabulary) },
  leaves: leaves.map((leaf) => category(code, zh, leaf)),
})

/** Reads `路灯 street lamp 5, 灯杆 lamp post 4`: a term, what it means in English, and how strongly it points there. */
export function terms(written: string): Category['words'] {
  return written
    .split(',')
    .map((part) => part.trim().split(' '))
    .filter((parts) => parts.length > 1)
    .map(([term = '', ...rest]) => ({ term, en: rest.slice(0, -1).join(' '), weight: Number(rest.at(-1)) }))
}

function category(parent: string, group: string, leaf: Leaf): Category {
  const { danger, kind = 'complaint', pace = 'usual', photos = 'after' } = leaf
  const [name, closed] = [words(...leaf.name), words(...leaf.closed)]
  return {
    code: `${parent}.${leaf.code}`,
    parent,
    name,
    kind,
    urgency: danger ? 'urgent' : 'ordinary',
    ...(danger && { danger: { call: danger.call, advice: words(...danger.advice) } }),
    dispatchBy: leaf.dispatchBy ?? 'grid',
    dutyList: leaf.dutyList ?? dutyOf(leaf.lead),
    lead: leaf.lead,
    assisting: [...(leaf.assisting ?? [])],
    acceptedWhen: words(...leaf.accepted),
    closedWhen: closed,
    verifiedOnSite: leaf.verified ?? (kind === 'complaint' && photos !== 'none'),
    photosWanted: { before: photos === 'both', after: photos !== 'none' },
    withdrawable: leaf.withdrawable ?? !danger,
    limits: limitsOf(pace),
    texts: { received: received(name, danger !== undefined), answer: leaf.answer ? words(...leaf.answer) : answer(name, closed) },
    codes: { hotline12345: `${group}/${leaf.name[0]}`, ...(leaf.urbanManagement && { urbanManagement: leaf.urbanManagement }) },
    words: terms(leaf.words),
    ...(leaf.aboutChain && { aboutChain: leaf.aboutChain }),
    ...(leaf.protected && { protected: leaf.protected }),
  }
}

/** What a street or community leads is its basic duty; with what others lead it only assists. */
const dutyOf = ({ unitKind }: Lead) =>
  unitKind === 'street' || unitKind === 'community' || unitKind === 'propertyCompany' ? 'basic' : 'assist'

const received = ({ zh, en }: Words, urgent: boolean): Words =>
  urgent
    ? words(
        `已收到“${zh}”报单，按紧急事项处理。请先保证自身安全，必要时立即拨打急救和报警电话。`,
        `Your urgent report (${en}) has arrived. Keep safe first, and call for help if you need it.`,
      )
    : words(
        `已收到“${zh}”报单，网格员将在时限内承单，进展会告诉您。`,
        `Your report (${en}) has arrived. A grid worker takes it up in time, and you will hear how it goes.`,
      )

const answer = ({ zh, en }: Words, closed: Words): Words =>
  words(
    `您反映的“${zh}”事项办理如下：{done}。办结标准：${closed.zh}。若未解决，请在评价中选“未解决”，我们会重新办理。`,
    `On your report (${en}): {done}. It counts as done when: ${closed.en}. If it is not solved, say so in your rating and it is taken up again.`,
  )

const days = (workingDays: number): Span => ({ workingDays })
const resolve: Record<Pace, Record<Kind, Span>> = {
  quick: { consultation: days(1), help: days(2), complaint: days(3), tipOff: days(5), suggestion: days(5), praise: days(2) },
  usual: { consultation: days(1), help: days(3), complaint: days(5), tipOff: days(5), suggestion: days(5), praise: days(2) },
  long: { consultation: days(2), help: days(10), complaint: days(15), tipOff: days(15), suggestion: days(10), praise: days(2) },
}
const inOfficeHours = { accept: { workingHours: 2 }, solveOrDispatch: days(1), receive: { workingHours: 4 }, contact: days(1) }
const roundTheClock = {
  accept: { minutes: 30 },
  solveOrDispatch: { minutes: 60 },
  receive: { minutes: 30 },
  contact: { minutes: 120 },
}

/** What is urgent is dealt with round the clock; what waits for the office, in its hours. */
function limitsOf(pace: Pace): Category['limits'] {
  const { consultation, help, complaint, tipOff, suggestion, praise } = resolve[pace]
  const ordinary = (span: Span): Limits => ({ ...inOfficeHours, resolve: span })
  return {
    byKind: {
      consultation: ordinary(consultation),
      help: ordinary(help),
      complaint: ordinary(complaint),
      tipOff: ordinary(tipOff),
      suggestion: ordinary(suggestion),
      praise: ordinary(praise),
    },
    urgent: { ...roundTheClock, resolve: pace === 'long' ? days(3) : { minutes: 24 * 60 } },
  }
}
