import { sql } from 'kysely'
import { defineMetric } from '#kernel/metric/define.ts'
import { words } from '#kernel/words.ts'
import { causes } from '../limits.ts'
import { unsettledStates } from '../settled.ts'
import { excluded, countedCases as of } from './countable.ts'
import { rowsOf } from './rows.ts'
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
        excluded,
      },
    }),
  },
  rows: rowsOf,
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
  rows: (frame, group) => rowsOf(frame, group, { state: openStates.join(','), over: 'true' }),
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
})

export const extensions = defineMetric({
  name: 'extensions',
  label: words('延期', 'extensions'),
  unit: times,
  kind: 'count',
  definition: { formula: words('同意的延期次数', 'extensions granted'), window: reported, denominator: none },
  besides: { asked: words('申请的延期', 'extensions asked for') },
  measure: {
    ...{ name: 'extensions', of },
    rows: () => ({
      joined: sql`join flow.limits l on l.district = c.district and l.item = c.id and l.step in ('resolve', 'extension')`,
      sums: {
        good: sql`l.step = 'resolve' and l.cause->>'zh' like ${sql.lit(`${causes.extended.zh} %`)}`,
        asked: sql`l.step = 'extension'`,
      },
    }),
  },
})
