import type { Words } from '#web/shared/language.ts'
import { ofAPlace } from '#web/shared/roles.ts'
import type { QueueCounts } from '../../contract/answers.ts'
import { soonRule } from '../soon.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** How many cases wait at my post in a state, and how many of them are over, or nearly. */
export type StateCount = QueueCounts['states'][number]

/** The parts of a queue, by what is to be done with them. */
export interface Tab {
  name: string
  words: Words
  empty: Words
  /** By which rule a case stands here, where its name does not say it. */
  rule?: Words
  /** What the server is asked for. */
  query: Record<string, string>
  count?: (counts: readonly StateCount[]) => number
  /** Whose it is; everybody's, unless it says. */
  roles?: readonly string[]
}

const toTake = ['reported', 'dispatched', 'triage', 'verifying', 'contested', 'appealed']
const inHand = ['accepted', 'handling', 'suspended', 'ledger']
const sum = (counts: readonly StateCount[], of: (count: StateCount) => number) =>
  counts.reduce((total, count) => total + of(count), 0)
const inStates = (states: readonly string[]) => (counts: readonly StateCount[]) =>
  sum(counts, ({ state, count }) => (states.includes(state) ? count : 0))
const queue = { scope: 'queue', sort: 'due' }

/** How many rows a page of a list has. */
const size = 50

/** What the server is asked for a part of the queue, from its first page on. */
export const queryOf = ({ query }: Pick<Tab, 'query'>) => new URLSearchParams({ ...query, limit: String(size) })

export const tabs: readonly Tab[] = [
  {
    name: 'take',
    words: w('待承接', 'To take'),
    empty: w('没有等您承接的。新的来了会自动出现在这里。', 'Nothing waits to be taken. New ones appear here by themselves.'),
    query: { ...queue, state: toTake.join(',') },
    count: inStates(toTake),
  },
  {
    name: 'hand',
    words: w('办理中', 'In hand'),
    empty: w('手上没有在办的。', 'Nothing in hand.'),
    query: { ...queue, state: inHand.join(',') },
    count: inStates(inHand),
  },
  {
    name: 'soon',
    words: w('快到时', 'Due soon'),
    empty: w('没有快到时限的，不用赶。', 'Nothing is about to run over.'),
    rule: soonRule,
    query: { ...queue, soon: 'true' },
    count: (counts) => sum(counts, ({ soon }) => soon),
  },
  {
    name: 'over',
    words: w('已超时', 'Over'),
    empty: w('没有超时的，很好。', 'Nothing is overdue. Good.'),
    query: { ...queue, over: 'true' },
    count: (counts) => sum(counts, ({ over }) => over),
  },
  {
    name: 'assisting',
    words: w('我协办的', 'Assisting'),
    empty: w('没有请本单位协办的。', 'No unit has asked for your help.'),
    query: { scope: 'assisting', sort: 'due' },
    roles: ofAPlace,
  },
  {
    name: 'check',
    words: w('待验收', 'To check'),
    empty: w('没有等您验收的巡查事项。', 'Nothing that was seen on patrol waits to be checked.'),
    query: { scope: 'all', asked: 'check', sort: 'newest' },
    roles: ['gridLeader', 'communitySecretary'],
  },
  {
    name: 'outside',
    words: w('待回告', 'To answer outside'),
    empty: w('其他平台转来的都已回告。', 'All that came from other platforms is answered.'),
    query: { scope: 'all', asked: 'answerOutside', sort: 'newest' },
    roles: ['caller', 'dispatcher'],
  },
  {
    name: 'call',
    words: w('待回访', 'To call back'),
    empty: w('没有要回访的。', 'Nobody is to be called back.'),
    query: { scope: 'all', asked: 'callBack', sort: 'newest' },
    roles: ['caller'],
  },
  {
    name: 'all',
    words: w('全部可见', 'All I see'),
    empty: w('没有符合条件的，放宽条件试试。', 'Nothing fits: try fewer conditions.'),
    query: { scope: 'all', sort: 'newest' },
  },
]

/** The addresses of what is my own post's to do. */
export const ownLists: readonly string[] = tabs
  .filter(({ query }) => query.scope !== 'all')
  .map((tab) => `/api/cases?${queryOf(tab)}`)
