import { type RawBuilder, sql } from 'kysely'
import { defineMetric } from '#kernel/metric/define.ts'
import { words } from '#kernel/words.ts'
import { type Ask, askedWith } from '../columns.ts'
import { causes } from '../limits.ts'
import { unsettledStates } from '../settled.ts'
import { excludedOnce, countedCases as of } from './countable.ts'
import { byState, elsewhereOf, listOf, rowsOf } from './rows.ts'
import { none, reported } from './said.ts'

const cases = words('件', 'cases')
const times = words('次', 'times')

/** The states in which somebody still has to do something: a solved case waits for its rating only. */
const openStates = unsettledStates.filter((state) => state !== 'resolved')
const isOpen = sql`c.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
const present = words('此刻，不论何时报单', 'as of now, whenever it was reported')

export const received = defineMetric({
  name: 'received',
  label: words('收到事项', 'received'),
  unit: cases,
  kind: 'count',
  definition: {
    formula: words('报单数，含后来撤回、并案、不予受理的', 'reports, also those withdrawn, merged or declined later'),
    window: reported,
    denominator: none,
  },
  besides: {
    withdrawn: words('已撤回', 'withdrawn'),
    merged: words('已并案', 'merged'),
    declined: words('不予受理', 'declined'),
    staffReported: words('巡查发现', 'reported by staff'),
    excluded: words('已剔除', 'excluded from the rates'),
  },
  measure: {
    ...{ name: 'received', of },
    rows: () => ({
      sums: {
        good: sql`true`,
        withdrawn: sql`c.state = 'withdrawn'`,
        merged: sql`c.state = 'merged'`,
        declined: sql`c.state = 'declined'`,
        staffReported: sql`c.staff_reported`,
        excluded: excludedOnce,
      },
    }),
  },
  rows: rowsOf,
  elsewhere: elsewhereOf,
  besideRows: (frame) => byState(frame, ['withdrawn', 'merged', 'declined']),
})

export const openNow = defineMetric({
  name: 'openNow',
  label: words('在办事项', 'open now'),
  unit: cases,
  kind: 'count',
  present: true,
  definition: {
    formula: words('未办结、未撤回、未并案、未终止的事项数', 'cases neither resolved nor withdrawn, merged or declined'),
    window: present,
    denominator: none,
  },
  besides: { suspended: words('挂起', 'suspended'), ledger: words('挂账', 'in the ledger') },
  measure: {
    ...{ name: 'openNow', of },
    rows: () => ({
      where: isOpen,
      sums: { good: sql`true`, suspended: sql`c.state = 'suspended'`, ledger: sql`c.state = 'ledger'` },
    }),
  },
  rows: (frame, group) => rowsOf(frame, group, { state: openStates.join(',') }),
  besideRows: (frame) => byState(frame, ['suspended', 'ledger']),
})

export const overNow = defineMetric({
  name: 'overNow',
  label: words('超时未办', 'over now'),
  unit: cases,
  kind: 'count',
  present: true,
  definition: {
    formula: words('在办且有一个时限已过的事项数', 'open cases of which a limit is over'),
    window: present,
    denominator: none,
  },
  measure: {
    ...{ name: 'overNow', of },
    rows: (now) => ({ where: sql`${isOpen} and c.due_at < ${now}`, sums: { good: sql`true` } }),
  },
  standsOut: 'over',
  rows: (frame, group) => rowsOf(frame, group, { state: openStates.join(','), over: 'true' }),
  elsewhere: (frame, groups) => elsewhereOf(frame, groups, { state: openStates.join(','), over: 'true' }),
})

/** What waits for a decision: by state, or by what the lead has asked for. */
const waits: Record<string, { where: RawBuilder<unknown>; rows: Record<string, string> }> = {
  contested: { where: sql`c.state = 'contested'`, rows: { state: 'contested' } },
  appealed: { where: sql`c.state = 'appealed'`, rows: { state: 'appealed' } },
  extension: asks('extension'),
  suspension: asks('suspension'),
  ledger: asks('ledger'),
}

function asks(ask: Ask) {
  const held = askedWith(ask).map((one) => sql.lit(one))
  return { where: sql`coalesce(c.asked in (${sql.join(held)}), false)`, rows: { asked: ask } }
}

export const toDecide = defineMetric({
  name: 'toDecide',
  label: words('等人定夺', 'to be decided'),
  unit: cases,
  kind: 'count',
  present: true,
  definition: {
    formula: words(
      '待裁定、申诉待复核，和主办单位申请延期、挂起、挂账还没答复的事项数',
      'cases that are contested or appealed, or whose lead asked for an extension, a pause or the ledger and has no answer yet',
    ),
    window: present,
    denominator: none,
  },
  besides: {
    contested: words('待裁定', 'to be ruled on'),
    appealed: words('申诉复核', 'appeals'),
    extension: words('申请延期', 'extensions asked'),
    suspension: words('申请挂起', 'pauses asked'),
    ledger: words('申请挂账', 'ledger asked'),
  },
  measure: {
    ...{ name: 'toDecide', of },
    rows: () => {
      const sums = Object.fromEntries(Object.entries(waits).map(([name, { where }]) => [name, where]))
      return { where: sql`(${sql.join(Object.values(sums), sql` or `)})`, sums: { good: sql`true`, ...sums } }
    },
  },
  standsOut: 'waits',
  besideRows: (frame) => Object.fromEntries(Object.entries(waits).map(([name, { rows }]) => [name, listOf(frame, rows)])),
})

export const returns = defineMetric({
  name: 'returns',
  label: words('退单', 'returns'),
  unit: times,
  kind: 'count',
  definition: { formula: words('退单次数之和', 'how often cases were returned, added up'), window: reported, denominator: none },
  besides: { cases: words('被退过的事项', 'cases returned at least once') },
  measure: {
    ...{ name: 'returns', of },
    rows: () => ({
      sums: { good: sql`(c.item->>'returns')::integer`, cases: sql`(c.item->>'returns')::integer > 0` },
    }),
  },
  rows: (frame, group) => rowsOf(frame, group, { had: 'return' }),
})

export const extensions = defineMetric({
  name: 'extensions',
  label: words('延期', 'extensions'),
  unit: times,
  kind: 'count',
  definition: { formula: words('同意的延期次数', 'extensions granted'), window: reported, denominator: none },
  besides: { asked: words('申请的延期', 'extensions asked for') },
  measure: {
    ...{ name: 'extensions', of, byLimits: true },
    rows: () => ({
      joined: sql`join lateral unnest(c.limits) l on l.step in ('resolve', 'extension')`,
      sums: {
        good: sql`l.step = 'resolve' and l.cause->>'zh' like ${sql.lit(`${causes.extended.zh} %`)}`,
        asked: sql`l.step = 'extension'`,
      },
    }),
  },
  rows: (frame, group) => rowsOf(frame, group, { had: 'extension' }),
})
