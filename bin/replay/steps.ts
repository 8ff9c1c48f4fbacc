import type { SeenCase } from '#capabilities/cases/contract/seen.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Calendar } from '#kernel/time/calendar.ts'
import type { Message } from './messages.ts'
import { chance, policy, workingHoursLater } from './policy.ts'

/** The next thing that happens to a case, when, and who does it. */
export interface Next {
  at: Temporal.Instant
  /** The post whose holder acts; `reporter` for whoever has the query code. */
  by: Post | 'reporter'
  /** Chooses the command once the actor has the case before them, with what they may do. */
  choose: (item: SeenCase, may: readonly string[]) => { command: string; input: object; wantsPhoto?: boolean } | undefined
}

interface Known {
  calendar: Calendar
  district: string
  seed: number
  now: Temporal.Instant
}

/** What comes next for a case as it stands; nothing where it is over, or waits for a timer alone. */
export function nextStep(item: SeenCase, message: Message, { calendar, district, seed, now }: Known): Next | undefined {
  const luck = (what: string) => chance(seed, message.id, item.version, what)
  const soon = (step: keyof typeof policy) => workingHoursLater(calendar, now, policy[step], luck(step))
  const replied = Temporal.Instant.from(message.repliedAt)
  const later = (moment: Temporal.Instant) => (Temporal.Instant.compare(moment, now) > 0 ? moment : now.add({ minutes: 10 }))
  const { holder } = item

  if (item.state === 'resolved') return ratingOf(item, { now, luck })
  if (!holder) return undefined
  const by: Post = { role: holder.role, unit: holder.unit }
  if (item.state === 'reported') return { at: soon('accept'), by, choose: () => ({ command: 'accept', input: {} }) }
  if (item.state === 'accepted' || item.state === 'triage')
    return {
      at: soon(item.state === 'triage' ? 'triage' : 'dispatch'),
      by,
      choose: (seen, may) => dispatchOrEscalate(seen, may, message),
    }
  if (item.state === 'dispatched') return { at: soon('receive'), by, choose: () => ({ command: 'receive', input: {} }) }
  if (item.state === 'verifying') return { at: soon('verify'), by, choose: () => ({ command: 'verify', input: {} }) }
  if (item.state === 'contested')
    return {
      at: soon('rule'),
      by,
      choose: ({ suggestedLead }) =>
        suggestedLead && {
          command: 'rule',
          input: { decision: 'dispatch', lead: suggestedLead.unit, duty: '权责清单', words: '按职责办理', leader: '分管负责人' },
        },
    }
  if (item.state !== 'handling') return undefined
  if (item.extension)
    return {
      at: soon('grant'),
      by: { role: 'dispatcher', unit: district },
      choose: () =>
        luck('granted') < policy.grantsExtension
          ? { command: 'grantExtension', input: {} }
          : { command: 'refuseExtension', input: { words: '请按时办结' } },
    }
  if (!item.contactedAt && item.round === 1)
    return {
      at: soon('contact'),
      by,
      choose: () => ({ command: 'contact', input: { channel: 'telephone', reached: true, result: '已与报单人联系' } }),
    }
  const due = item.limits.find(({ step }) => step === 'resolve')?.dueAt
  const askAt = due === undefined ? undefined : Temporal.Instant.from(due).subtract({ hours: 2 })
  const willBeLate =
    askAt !== undefined && Temporal.Instant.compare(replied, askAt) > 0 && Temporal.Instant.compare(askAt, now) > 0
  if (
    willBeLate &&
    chance(seed, message.id, 'extension', item.round) < policy.asksExtension &&
    !item.limits.some(({ cause }) => cause.en.startsWith('extended'))
  )
    return {
      at: askAt,
      by,
      choose: (_, may) =>
        may.includes('askExtension')
          ? { command: 'askExtension', input: { days: 5, reason: '情况复杂，需现场协调' } }
          : resolveWith(message),
    }
  return {
    at: later(item.round === 1 ? replied : workingHoursLater(calendar, now, 16, luck('again'))),
    by,
    choose: () => resolveWith(message),
  }
}

const resolveWith = ({ reply }: Message) => ({
  command: 'resolve',
  input: { outcome: 'solved', done: clean(reply).slice(0, 1900) },
  wantsPhoto: true,
})

function dispatchOrEscalate({ suggestedLead }: SeenCase, may: readonly string[], message: Message) {
  if (may.includes('reportToAuthority')) return { command: 'reportToAuthority', input: { to: 'police', words: '已报告' } }
  if (may.includes('dispatch') && suggestedLead) return { command: 'dispatch', input: { lead: suggestedLead.unit } }
  if (may.includes('escalate')) return { command: 'escalate', input: { words: '须上级派单' } }
  return may.includes('solveOnSite') ? { ...resolveWith(message), command: 'solveOnSite' } : undefined
}

function ratingOf(item: SeenCase, { now, luck }: { now: Temporal.Instant; luck: (what: string) => number }): Next | undefined {
  if (luck('rates') >= policy.rates) return undefined
  const at = now.add({ minutes: Math.ceil(Math.min(6.5, -Math.log(1 - luck('rate day')) * policy.rateAfterDays) * 24 * 60) })
  const solved = item.round > 2 || luck('solved') < policy.solved
  const level = solved ? (luck('level') < 0.7 ? 5 : luck('level') < 0.9 ? 4 : 3) : luck('level') < 0.5 ? 1 : 2
  return {
    at,
    by: 'reporter',
    choose: (_, may) => (may.includes('rate') ? { command: 'rate', input: { solved, level } } : undefined),
  }
}

/** A text without the control characters that old systems left in it. */
export const clean = (text: string): string =>
  [...text]
    .filter((sign) => sign === '\n' || (sign >= ' ' && sign !== '\u007f'))
    .join('')
    .trim() || '（无内容）'
