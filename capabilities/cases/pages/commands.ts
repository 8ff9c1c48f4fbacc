import type { Words } from '#web/shared/language.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** The English names of commands; the Chinese ones come with the flow itself. */
const english: Record<string, string> = {
  ...{
    accept: 'accept',
    solveOnSite: 'solved on site',
    answer: 'answer',
    escalate: 'escalate',
    sendDown: 'send down',
    dispatch: 'dispatch',
  },
  ...{
    receive: 'receive',
    receivePart: 'receive our part',
    contribute: 'answer our part',
    relieve: 'relieve a unit',
    contact: 'first contact',
  },
  ...{
    return: 'return',
    transfer: 'transfer',
    rule: 'rule',
    askExtension: 'ask for more time',
    grantExtension: 'grant the extension',
  },
  ...{ refuseExtension: 'refuse the extension', askSuspension: 'ask for a pause', grantSuspension: 'grant the pause' },
  ...{
    refuseSuspension: 'refuse the pause',
    resume: 'resume',
    askLedger: 'ask for the ledger',
    enterLedger: 'put on the ledger',
  },
  ...{
    leaveLedger: 'take off the ledger',
    resolve: 'resolve',
    verify: 'confirm',
    sendBack: 'send back',
    rate: 'rate',
    check: 'check',
  },
  ...{
    reopen: 'reopen',
    callBack: 'call back',
    proposeDecline: 'propose not to take up',
    decline: 'do not take up',
    appeal: 'appeal',
  },
  ...{
    uphold: 'uphold the appeal',
    reject: 'reject the appeal',
    merge: 'merge',
    unmerge: 'undo the merge',
    split: 'split',
    join: 'join',
  },
  ...{ correct: 'correct', withdraw: 'withdraw', askReporter: 'ask the reporter', replyToAsk: 'reply', handOver: 'hand over' },
  ...{
    whistle: 'whistle',
    attend: 'attend',
    supervise: 'supervise',
    inform: 'tell the reporter how it goes',
    remind: 'remind',
    comment: 'comment',
    approve: 'approve a summary',
    unpublish: 'take the public summary down',
    hideContact: 'hide my telephone from companies',
    answerOutside: 'answer to where it came from',
    reportToAuthority: 'reported to an authority',
    goesOn: 'goes on for those who joined',
    exclude: 'exclude',
  },
}
export function commandWords(name: string, zh: string): Words {
  const en = english[name] ?? name
  return w(zh, en.charAt(0).toUpperCase() + en.slice(1))
}

export const remindWords = w('催一下', 'Remind them')

/** What a command is called where it is pressed: as whoever may press it says it. */
export const actWords = (name: string, zh: string): Words => (name === 'remind' ? remindWords : commandWords(name, zh))

/** Which of several allowed commands is the one that a person most likely came for: the first in this order. */
const order = [
  ...[
    'reportToAuthority',
    'accept',
    'receive',
    'receivePart',
    'replyToAsk',
    'rate',
    'rule',
    'grantExtension',
    'grantSuspension',
    'verify',
    'check',
    'contribute',
  ],
  ...[
    'contact',
    'resolve',
    'solveOnSite',
    'dispatch',
    'sendDown',
    'uphold',
    'attend',
    'callBack',
    'remind',
    'reopen',
    'appeal',
    'resume',
    'join',
  ],
]
/**
 * What is done already is nobody's next step: who was called is not called first, and who is content has nothing to reopen. What a desk
 * has to sort goes on to whoever solves it, and is not solved at the desk.
 */
export function mainOf(
  may: readonly string[],
  { contacted, content, sorting }: { contacted: boolean; content: boolean; sorting: boolean },
): string | undefined {
  const unlikely = [...(contacted ? ['contact'] : []), ...(content ? ['reopen'] : []), ...(sorting ? ['solveOnSite'] : [])]
  return order.find((name) => may.includes(name) && !unlikely.includes(name))
}

/** What commands are for, so that many of them are no wall: each group in the order in which it is shown. */
const groups = [
  { name: 'time', words: w('时限', 'Time'), of: new Set(['askExtension', 'askSuspension', 'askLedger', 'leaveLedger']) },
  {
    name: 'pass',
    words: w('转出、并拆', 'Pass on, merge, split'),
    of: new Set([
      'escalate',
      'sendDown',
      'return',
      'transfer',
      'handOver',
      'merge',
      'unmerge',
      'split',
      'relieve',
      'proposeDecline',
      'decline',
    ]),
  },
  { name: 'talk', words: w('沟通、更正', 'Talk, correct'), of: new Set(['inform', 'askReporter', 'comment', 'correct']) },
]
const first = { name: 'do', words: w('可以做的', 'What you may do') }

/** Commands by group, in their own order; groups without any are left out. */
export function grouped(names: readonly string[]): { name: string; words: Words; names: string[] }[] {
  const groupOf = (name: string) => groups.find(({ of }) => of.has(name))?.name ?? first.name
  return [first, ...groups.toReversed()]
    .map(({ name, words }) => ({ name, words, names: names.filter((one) => groupOf(one) === name) }))
    .filter((group) => group.names.length > 0)
}

/** Commands that only the timers send, and the one that begins a case. */
const never = new Set(['report', 'close', 'warn', 'alert'])
const residents = new Set([
  'rate',
  'join',
  'withdraw',
  'remind',
  'reopen',
  'appeal',
  'replyToAsk',
  'comment',
  'unpublish',
  'hideContact',
])
/** Commands that never are a worker's. */
const onlyResidents = new Set(['rate', 'join', 'withdraw', 'remind', 'appeal', 'replyToAsk', 'hideContact'])

/** Whether a command is one that people of this side ever use: the others are not worth a refused button. */
export const concerns = (name: string, staff: boolean): boolean =>
  !never.has(name) && (staff ? !onlyResidents.has(name) : residents.has(name))

/** Commands that are done with one tap although they could take words: a comment says those. */
const atOnce = new Set(['remind'])
export const isAtOnce = (name: string): boolean => atOnce.has(name)
