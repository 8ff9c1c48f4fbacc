import type { Notice } from '#kernel/flow/command.ts'
import type { Limit } from '#kernel/flow/limits.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Case } from './contract/item.ts'
import { stateNames } from './contract/states.ts'
import { hiddenFrom } from './routing.ts'
import { type CaseContext, dispatcherOf, supervisorOf } from './rulebook.ts'

/**
 * Whom a limit's next call tells: yellow and red the holder; each further half the next level up, grid worker → community →
 * street → district, a unit's clerk → its leader → supervisor → district. Never a post that the case is about.
 */
export function ladderAbove(item: Case, limit: Limit, { rules }: Pick<CaseContext, 'rules'>): Notice[] {
  const hidden = hiddenFrom(item.place, item.about)
  const rungs = ladder(item, limit, rules).filter(({ unit }) => !hidden.includes(unit))
  // Each level is told once: where the ladder is short, its top has heard before the calls end.
  const height = Math.max(0, limit.told - 1)
  const to = rungs[height]
  if (!to) return []
  const words =
    limit.told === 0
      ? { zh: `${item.number} 即将到时限`, en: `${item.number} is about to run over` }
      : { zh: `${item.number} 已超时限${height > 0 ? '，请关注' : ''}`, en: `${item.number} is over its limit` }
  return [{ to, words }]
}

/** The limits whose calls are due: while an extension was asked in time, red waits for the answer. */
export const calling = (item: Case): readonly Limit[] =>
  'extension' in item && item.extension ? item.limits.filter(({ step, told }) => step !== 'resolve' || told === 0) : item.limits

function ladder(item: Case, limit: Limit, rules: CaseContext['rules']): Post[] {
  const district: Post = { role: 'leader', unit: rules.district }
  const [, partUnit] = limit.step.split(':')
  const part = partUnit === undefined ? undefined : item.parts.find(({ unit }) => unit === partUnit)
  const holder = part?.holder ?? ('holder' in item ? item.holder : undefined)
  if (!holder) return [dispatcherOf(rules), supervisorOf(rules), district]
  if (holder.role === 'clerk' || holder.role === 'propertyManager')
    return [holder, { role: 'unitLeader', unit: holder.unit }, supervisorOf(rules), district]
  if (item.protected) return [holder, supervisorOf(rules)]
  const { community, street } = item.place
  const above: Post[] = [
    ...(community === undefined ? [] : [{ role: 'communitySecretary' as const, unit: community }]),
    ...(street === undefined ? [] : [{ role: 'streetDesk' as const, unit: street }]),
    supervisorOf(rules),
    district,
  ]
  const passed = above.findIndex(({ role }) => role === holder.role)
  return [holder, ...above.slice(passed + 1)]
}

const at = (post: Post, zh: string, en: string): Notice => ({ to: post, words: { zh, en } })

/** Whom a change concerns: the new holder, the units asked to assist, and everybody who reported or follows it. */
export function noticesOf(before: Case | undefined, after: Case, command: string): Notice[] {
  const was = before && 'holder' in before ? before.holder : undefined
  const is = 'holder' in after ? after.holder : undefined
  const moved = is && (was?.role !== is.role || was.unit !== is.unit)
  const asked = after.parts.filter((part) => part.state === 'asked' && !before?.parts.some((one) => one.unit === part.unit))
  const parties = quiet.has(command) ? [] : [after.reporter, ...after.followers]
  return [
    ...(moved ? [at(is, `${after.number} 到您这里了`, `${after.number} is with you`)] : []),
    ...(command === 'remind' && is ? [at(is, `${after.number} 报单人催办`, `the reporter of ${after.number} reminds you`)] : []),
    ...(after.notSolved > (before?.notSolved ?? 0)
      ? [
          at(
            { role: 'supervisor', unit: after.district },
            `${after.number} 反映未解决，已重办`,
            `${after.number}: not solved, a new round`,
          ),
        ]
      : []),
    ...asked.map(({ holder }) => at(holder, `${after.number} 请您单位协办`, `${after.number}: your unit is asked to assist`)),
    ...parties.map(
      (party): Notice => ({
        to: { party },
        words: { zh: `您的报单 ${after.number}：${stateNames[after.state]}`, en: `your report ${after.number}: ${after.state}` },
      }),
    ),
  ]
}

/** What reporters are not told of, one by one: calls within the house. */
const quiet = new Set([
  'warn',
  'alert',
  'approve',
  'callBack',
  'exclude',
  'receivePart',
  'contribute',
  'whistle',
  'attend',
  'comment',
  'withdraw',
  'rate',
  'remind',
])
