import { type Words, w } from '#web/shared/language.ts'
import { soonRule } from '../soon.ts'

/** A column of the board: what the server is asked for, and what it means that there is nothing. */
export interface Column {
  name: string
  words: Words
  empty: Words
  /** By which rule a case stands here, where its name does not say it. */
  rule?: Words
  query: Record<string, string>
}

const due = { sort: 'due' }
const over: Column = {
  name: 'over',
  words: w('已超时', 'Over'),
  empty: w('没有超时的。', 'Nothing is overdue.'),
  query: { ...due, over: 'true' },
}
const soon: Column = {
  name: 'soon',
  words: w('快到时', 'Due soon'),
  empty: w('没有快到时限的。', 'Nothing is about to run over.'),
  rule: soonRule,
  query: { ...due, soon: 'true' },
}
const mine: Column = {
  name: 'mine',
  words: w('等我处理', 'Waits for me'),
  empty: w('没有等您处理的。', 'Nothing waits for you.'),
  query: { ...due, scope: 'queue' },
}
const waiting: Column = {
  name: 'waiting',
  words: w('还没人承接', 'Not taken in'),
  empty: w('都有人承接了。', 'Somebody has everything.'),
  query: { ...due, state: 'reported,dispatched,triage' },
}
const contested: Column = {
  name: 'contested',
  words: w('待裁定', 'To be ruled on'),
  empty: w('没有争议。', 'Nothing is contested.'),
  query: { ...due, state: 'contested' },
}
const extensions: Column = {
  name: 'extensions',
  words: w('申请延期', 'Extensions asked'),
  empty: w('没有待批的延期。', 'No extension is asked for.'),
  query: { ...due, asked: 'extension' },
}
const suspensions: Column = {
  name: 'suspensions',
  words: w('申请挂起', 'Pauses asked'),
  empty: w('没有待批的挂起。', 'No pause is asked for.'),
  query: { ...due, asked: 'suspension' },
}
const appealed: Column = {
  name: 'appealed',
  words: w('申诉复核', 'Appeals'),
  empty: w('没有待复核的申诉。', 'No appeal waits.'),
  query: { ...due, state: 'appealed' },
}
const ledgerAsked: Column = {
  name: 'ledgerAsked',
  words: w('申请挂账', 'Ledger asked'),
  empty: w('没有待批的挂账。', 'No entry is asked for.'),
  query: { ...due, asked: 'ledger' },
}
const calls: Column = {
  name: 'calls',
  words: w('待回访', 'To call back'),
  empty: w('没有要回访的。', 'Nobody is to be called back.'),
  query: { sort: 'newest', asked: 'callBack' },
}
const ledger: Column = {
  name: 'ledger',
  words: w('挂账', 'On the ledger'),
  empty: w('没有挂账的。', 'Nothing is on the ledger.'),
  query: { ...due, state: 'ledger' },
}

/** What each role's board has, from what burns most. */
const boards: Record<string, readonly Column[]> = {
  dispatcher: [contested, mine, extensions, waiting, over, soon, calls],
  supervisor: [appealed, suspensions, ledgerAsked, over, ledger, soon],
  caller: [calls, over],
  leader: [over, ledger, soon],
}

export const columnsOf = (role: string | undefined): readonly Column[] => (role && boards[role]) || [mine, waiting, over, soon]
