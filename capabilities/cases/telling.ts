import type { Notice } from '#kernel/flow/command.ts'
import type { Limit } from '#kernel/flow/limits.ts'
import type { Post } from '#kernel/people/actor.ts'
import { toldBeside } from './bystanders.ts'
import { staffHasItsCode } from './calling.ts'
import type { Case } from './contract/item.ts'
import { stateNames } from './contract/states.ts'
import { stepWords } from './contract/steps.ts'
import { toldToDesk } from './inHand.ts'
import { ladderOf } from './ladder.ts'
import { type CaseContext, dispatcherOf, supervisorOf } from './rulebook.ts'

/** Whom a limit's next call tells: yellow and red whoever keeps it, each further half the next level up. */
export function ladderAbove(item: Case, limit: Limit, { rules }: Pick<CaseContext, 'rules'>): Notice[] {
  // Each level is told once: where the ladder is short, its top has heard before the calls end.
  const height = Math.max(0, limit.told - 1)
  const to = ladderOf(item, limit, rules)[height]
  if (!to) return []
  // Several limits of a case may run at once: which one it is makes them two things that are told.
  const step = stepWords(limit.step)
  const words =
    limit.told === 0
      ? { zh: `${item.number} 即将到时限：${step.zh}`, en: `${item.number} is about to run over: ${step.en}` }
      : {
          zh: `${item.number} 已超时限：${step.zh}${height > 0 ? '，请关注' : ''}`,
          en: `${item.number} is over its limit: ${step.en}`,
        }
  return toldToDesk([{ to, words }])
}

/** The limits whose calls are due: while an extension was asked in time, red waits for the answer. */
export const calling = (item: Case): readonly Limit[] =>
  'extension' in item && item.extension ? item.limits.filter(({ step, told }) => step !== 'resolve' || told === 0) : item.limits

const at = (post: Post, zh: string, en: string): Notice => ({ to: post, words: { zh, en } })

const came = (post: Post, { number }: Case, command: string): Notice => {
  const [zh, en] = arrivals[command] ?? ['到您这里了', 'is with you']
  return at(post, `${number} ${zh}`, `${number} ${en}`)
}

/** What is told of a case that comes and goes by no person's command: with a boundary, or with its community. */
const arrivals: Record<string, [zh: string, en: string]> = {
  regrid: ['随网格调整转到这里', 'came here with the boundary of the grid'],
  restreet: ['随社区划转到这里', 'came here with its community'],
}
const departures: Record<string, [zh: string, en: string]> = {
  regrid: ['随网格调整转出', 'went to another grid with its boundary'],
  restreet: ['随社区划转转出', 'went to another street with its community'],
}

const went = (post: Post, { number }: Case, command: string): Notice[] => {
  const words = departures[command]
  return words ? [at(post, `${number} ${words[0]}`, `${number} ${words[1]}`)] : []
}

/** Whom a change concerns: the new holder, the units asked to assist, and everybody who reported or follows it. */
export function noticesOf(before: Case | undefined, after: Case, command: string): Notice[] {
  const was = before && 'holder' in before ? before.holder : undefined
  const is = 'holder' in after ? after.holder : undefined
  const moved = is && (was?.role !== is.role || was.unit !== is.unit)
  const asked = after.parts.filter((part) => part.state === 'asked' && !before?.parts.some((one) => one.unit === part.unit))
  // Who reported on patrol has just written it, and most often holds it: that it came is told once.
  // What was withdrawn and is guarded along with what it went on as is no news to whoever withdrew it.
  const isOver = before?.state === 'withdrawn' && after.state === 'withdrawn'
  // What goes along with its community is no news, unless it comes in anew by it.
  const goesAlong = command === 'restreet' && before?.state === after.state
  const toldAlready = quiet.has(command) || goesAlong || isOver || (command === 'report' && after.staffReported)
  const parties = toldAlready ? [] : [after.reporter, ...after.followers]
  return toldToDesk([
    ...(before === undefined && command === 'withdraw' ? goingOn(after) : []),
    ...(moved ? [came(is, after, command)] : []),
    ...(moved && was ? went(was, after, command) : []),
    ...askedOf(before, after),
    ...keeperOf(after, command),
    ...answered(command, after, is),
    ...(command === 'remind' && is ? [at(is, `${after.number} 报单人催办`, `the reporter of ${after.number} reminds you`)] : []),
    // Whoever filed it has its code in hand: that it is taken back is not theirs alone to know.
    ...(after.state === 'withdrawn' && staffHasItsCode(after)
      ? [
          at(
            supervisorOf(after),
            `${after.number} 代报的事项已撤回，请核实`,
            `${after.number}, filed for somebody, was withdrawn: please check`,
          ),
        ]
      : []),
    ...(after.notSolved > (before?.notSolved ?? 0)
      ? [
          at(
            { role: 'supervisor', unit: after.district },
            `${after.number} 反映未解决，已重办`,
            `${after.number}: not solved, a new round`,
          ),
        ]
      : []),
    ...toldBeside(before, after),
    ...asked.map(({ holder }) => at(holder, `${after.number} 请您单位协办`, `${after.number}: your unit is asked to assist`)),
    ...parties.map(
      (party): Notice => ({
        to: { party },
        words: {
          zh: `${after.staffReported && party === after.reporter ? '您巡查上报的' : '您的报单'} ${after.number}：${stateNames[after.state]}`,
          en: `your report ${after.number}: ${after.state}`,
        },
      }),
    ),
  ])
}

/** Those who had joined what was withdrawn hear as which case it goes on, and whose that is now. */
const goingOn = ({ number, reporter, followers }: Case): Notice[] => [
  {
    to: { party: reporter },
    words: {
      zh: `您附议的事项，原报单人已撤回，由您接着跟进：${number}`,
      en: `who reported what you joined withdrew it; it goes on as yours: ${number}`,
    },
  },
  ...followers.map(
    (party): Notice => ({
      to: { party },
      words: {
        zh: `您附议的事项，原报单人已撤回，接着办的是 ${number}`,
        en: `who reported what you joined withdrew it; it goes on as ${number}`,
      },
    }),
  ),
]

/** Whoever keeps what a report is about hears of it, unless it is about them, or is protected. */
function keeperOf({ regards, about, number, protected: guarded }: Case, command: string): Notice[] {
  if (command !== 'report' || !regards?.keeper || guarded || about.includes(regards.keeper.unit)) return []
  return [
    at(
      regards.keeper,
      `${number} 居民反映${regards.name}有问题`,
      `${number}: a resident says something is wrong at ${regards.name}`,
    ),
  ]
}

/** Whose answer a lead has just asked for. */
function askedOf(before: Case | undefined, after: Case): Notice[] {
  if (after.state !== 'handling') return []
  const was = before?.state === 'handling' ? before : undefined
  const fresh = (one: 'extension' | 'suspension' | 'ledgerAsked') => after[one] !== undefined && was?.[one] === undefined
  return [
    ...(fresh('extension')
      ? [at(dispatcherOf(after), `${after.number} 申请延期，请答复`, `${after.number}: an extension is asked for`)]
      : []),
    ...(fresh('suspension')
      ? [at(supervisorOf(after), `${after.number} 申请挂起，请答复`, `${after.number}: a suspension is asked for`)]
      : []),
    ...(fresh('ledgerAsked')
      ? [at(supervisorOf(after), `${after.number} 申请挂账，请答复`, `${after.number}: the ledger is asked for`)]
      : []),
  ]
}

const answers: Record<string, [zh: string, en: string]> = {
  grantExtension: ['延期已同意', 'the extension is granted'],
  refuseExtension: ['延期未同意', 'the extension is refused'],
  grantSuspension: ['挂起已同意', 'the suspension is granted'],
  refuseSuspension: ['挂起未同意', 'the suspension is refused'],
  enterLedger: ['已挂账', 'it is in the ledger'],
  supervise: ['被督办，请抓紧', 'it is supervised: please see to it'],
  replyToAsk: ['报单人已回复您的询问', 'the reporter has answered'],
}

/** What whoever has it is told of what others said to it. */
function answered(command: string, { number }: Case, holder: Post | undefined): Notice[] {
  const words = answers[command]
  return words && holder ? [at(holder, `${number} ${words[0]}`, `${number}: ${words[1]}`)] : []
}

/** What reporters are not told of, one by one: calls within the house. */
const quiet = new Set([
  'reportToAuthority',
  'regrid',
  'warn',
  'alert',
  'approve',
  'answerOutside',
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
  'unpublish',
  'hideContact',
])
