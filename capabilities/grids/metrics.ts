import { sql } from 'kysely'
import { defineMetric, type Metric } from '#kernel/metric/define.ts'
import { countedEntries, entriesOf, standing, stands } from '#kernel/register/counted.ts'
import { words } from '#kernel/words.ts'
import { groupRegister } from './registers/groups.ts'
import { reinforcementRegister } from './registers/reinforcements.ts'

const groups = countedEntries(groupRegister)
const asOfNow = words('此刻', 'now')
const none = words('无', 'none')
const all = sql`true`

/** The figures of the grids, by the names that the work brief calls them. */
export const gridMetrics: readonly Metric[] = [
  defineMetric({
    ...{ name: 'gridLevels', label: words('网格级数', 'levels of grids'), unit: words('级', 'levels') },
    ...{ kind: 'highest', present: true },
    definition: {
      formula: words('建了群的网格里最深到第几级', 'the deepest level of the grids that have a group'),
      ...{ window: asOfNow, denominator: none },
    },
    measure: { name: 'gridLevels', of: groups, rows: (now) => ({ where: stands(now), value: sql`e.level::integer` }) },
    rows: (frame, group) => entriesOf(groupRegister, frame, group),
  }),
  defineMetric({
    ...{ name: 'gridForce', label: words('充实网格力量', 'people who reinforce the grids'), unit: words('人', 'people') },
    ...{ kind: 'count', present: true, roundedTo: 100 },
    definition: {
      formula: words(
        '登记在册的派出所民警、水电暖行业服务人员、志愿者等人数，不含物业兼职网格员',
        'people from outside in the register, without the part-time workers of property companies',
      ),
      ...{ window: asOfNow, denominator: none },
    },
    measure: standing('gridForce', countedEntries(reinforcementRegister), all),
    rows: (frame, group) => entriesOf(reinforcementRegister, frame, group),
  }),
  defineMetric({
    ...{ name: 'gridGroups', label: words('网格楼栋微信群', 'chat groups of the grids'), unit: words('个', 'groups') },
    ...{ kind: 'count', present: true },
    definition: {
      formula: words('登记在册的网格群数，各级合计', 'groups in the register, of all levels'),
      window: asOfNow,
      denominator: none,
    },
    measure: standing('gridGroups', groups, all),
    rows: (frame, group) => entriesOf(groupRegister, frame, group),
  }),
]
