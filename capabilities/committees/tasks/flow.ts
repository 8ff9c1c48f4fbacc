import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { anyone, theTimer, those } from '#kernel/flow/parties.ts'
import { holds } from '#kernel/people/actor.ts'
import { endOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import * as say from '../contract/task.ts'
import * as decide from './decisions.ts'
import { show } from './show.ts'

const command = commandsOn<say.Task, decide.TaskFacts>()
const workers: ReadonlySet<string> = new Set([
  ...['communitySecretary', 'communityWorker', 'streetDesk', 'clerk', 'unitLeader', 'propertyManager'],
])
const holder = those<say.Task>(
  '承办单位',
  'the unit that holds it',
  ({ role, unit }, item) => workers.has(role) && unit === item.holder.unit,
)
const desk = those<say.Task>(
  '委员会所在街道的指挥员',
  'the street desk of the committee',
  ({ role, unit }, item) => role === 'streetDesk' && unit === item.unit,
)
const secretary = those<say.Task>('委员会秘书', 'the secretary of the committee', (actor, item) => holds(actor, item.secretary))

/** A task that a resolution gives to a unit (议定事项): tracked until it is done and accepted. */
export const taskFlow = defineFlow({
  name: 'task',
  path: 'tasks',
  label: words('议定事项', 'task of a committee'),
  item: say.Task,
  states: { assigned: '办理中', done: '待验收', accepted: '已办结' },
  holder: ({ state, holder: has, unit }) =>
    state === 'assigned' ? has : state === 'done' ? { role: 'streetDesk', unit } : undefined,
  standing: ({ subject, holderName }) => words(`“${subject}”由${holderName}承办`, `"${subject}" is held by ${holderName}`),
  places: ({ unit, holder: has, secretary: by }) => [...new Set([unit, has.unit, ...(by ? [by.unit] : [])])],
  parties: () => [],
  columns: ({ committee, unit, holder: has, limit, meeting }) => ({
    committee,
    unit,
    holder: has.unit,
    limit_on: limit,
    meeting,
  }),
  timers: (item) =>
    item.state === 'assigned' && item.overdueAt === undefined
      ? [{ key: `overdue ${item.limit}`, at: endOf(item.limit), command: 'warn', input: {} }]
      : [],
  notices: (_, item, name) => {
    const { subject, limit, holder: to, unit } = item
    const back = item.givenBack.at(-1)?.words ?? ''
    if (name === 'assign')
      return [{ to, words: words(`新的议定事项：“${subject}”，${limit} 前完成`, `a new task: "${subject}", by ${limit}`) }]
    if (name === 'finish')
      return [
        {
          to: { role: 'streetDesk', unit },
          words: words(`“${subject}”报完成，请验收`, `"${subject}" is reported done: please check`),
        },
      ]
    if (name === 'accept') return [{ to, words: words(`“${subject}”已验收`, `"${subject}" is accepted`) }]
    if (name === 'giveBack') return [{ to, words: words(`“${subject}”退回：${back}`, `"${subject}" was given back: ${back}`) }]
    return name === 'putOff' ? [{ to, words: words(`“${subject}”期限改到 ${limit}`, `"${subject}" is due by ${limit} now`) }] : []
  },
  seen: say.SeenTask,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    assign: command({ zh: '交办', from: 'new', to: 'assigned', by: [anyone('streetDesk')], input: say.Assign, decide: decide.assign }),
    report: command({ zh: '报进展', from: 'assigned', to: 'unchanged', by: [holder], input: say.Report, decide: decide.report }),
    finish: command({ zh: '报完成', from: 'assigned', to: 'done', passesOn: true, by: [holder], input: say.Finish, decide: decide.finish }),
    accept: command({ zh: '验收', from: 'done', to: 'accepted', by: [desk, secretary], unless: decide.mustBeAnother, input: say.Accept, decide: decide.accept }),
    giveBack: command({ zh: '退回重办', from: 'done', to: 'assigned', passesOn: true, by: [desk, secretary], input: say.GiveBack, decide: decide.giveBack }),
    putOff: command({ zh: '延期', from: 'assigned', to: 'unchanged', by: [desk, secretary], input: say.PutOffTo, decide: decide.putOff }),
    warn: command({ zh: '到期提醒', from: 'assigned', to: 'unchanged', by: [theTimer], input: say.Nothing, decide: decide.warn }),
  },
})
