import type { Static } from 'typebox'
import { type Blank, type Context, commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { those } from '#kernel/flow/parties.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import type { Grid } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import * as say from './contract.ts'

/** What decisions need to know: the grid of whoever writes, and the service items that it carries. */
export interface VisitFacts {
  grid: Grid | undefined
  carried: ReadonlySet<string>
}
type Here = Context<say.Visit, VisitFacts>
type In<State extends say.Visit['state']> = Extract<say.Visit, { state: State }>

const command = commandsOn<say.Visit, VisitFacts>()
const worker = those<unknown>(
  '网格员、网格长',
  'a grid worker or leader',
  ({ role }) => role === 'gridWorker' || role === 'gridLeader',
)
const whoMadeIt = those<say.Visit>('写下的人', 'whoever wrote it down', ({ id }, { by }) => by.id === id)

/** So many days back a visit may be written down. */
const back = 31

function make(item: Blank, input: Static<typeof say.Make>, { actor, now, grid, carried }: Here): In<'made'> | Refusal {
  if (!grid) return refusal('notYou', '您现在的岗位不在网格上', 'your post is at no grid')
  const today = dayOf(now)
  const first = Temporal.PlainDate.from(today).subtract({ days: back }).toString()
  if (input.on > today || input.on < first)
    return refusal('badInput', `走访日期须在 ${first} 到今天之间`, `the day lies between ${first} and today`)
  const strange = input.done.find(({ network, what }) => !carried.has(`${network}/${what}`))
  if (strange) return refusal('badInput', `这个网格没有“${strange.what}”这一项`, `this grid has no item "${strange.what}"`)
  const { code, community, street } = grid
  return {
    ...{ ...item, ...input, state: 'made', grid: code, community, street },
    ...{ by: { id: actor.id, name: actor.name }, madeAt: now.toString() },
  }
}

const sameDay = ({ madeAt }: In<'made'>, { now }: Here): Refusal | undefined =>
  dayOf(Temporal.Instant.from(madeAt)) === dayOf(now)
    ? undefined
    : refusal('rule', '只能当天撤回', 'it can be taken back on its day only')

const outlineOf = ({ id, version, state, grid, on, done, by, madeAt }: say.Visit) => ({
  ...{ id, version, state, grid, on, done, by: by.name, madeAt },
})

/** Whether somebody is where a visit was now: its note is theirs to read, and nobody's, its author's neither, who is elsewhere later. */
const isThere = ({ unit }: Actor, { grid, community, street }: say.Visit): boolean =>
  unit !== undefined && [grid, community, street].includes(unit)

/** What was taken back was not said. */
function takeBack({ note: _, ...item }: In<'made'>, _input: object, { now }: Here): In<'takenBack'> {
  return { ...item, state: 'takenBack', takenBackAt: now.toString() }
}

/** A visit as a line of a list: its note is read on its own, with a look. */
export const rowOf = (item: say.Visit): Omit<say.VisitRow, 'may'> => ({ ...outlineOf(item), noted: item.note !== undefined })

/** A visit or round: one serves all the networks of a grid. For good only what was done on which day is kept. */
export const visitFlow = defineFlow({
  name: 'visit',
  path: 'visits',
  label: words('走访', 'visit'),
  item: say.Visit,
  states: { made: '已记下', takenBack: '已撤回' },
  holder: () => undefined,
  standing: ({ on }) => words(`${on} 的走访`, `the visit of ${on}`),
  places: ({ grid, community, street }) => [grid, community, street],
  parties: ({ by }) => [by.id],
  columns: ({ grid, community, street, on }) => ({ grid, community, street, on_day: on }),
  timers: () => [],
  notices: () => [],
  seen: say.SeenVisit,
  show: (item, { actor }) => ({
    ...outlineOf(item),
    ...(item.note !== undefined && isThere(actor, item) && { note: item.note }),
  }),
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    make: command({ zh: '记走访', from: 'new', to: 'made', by: [worker], input: say.Make, decide: make }),
    takeBack: command({ zh: '撤回', from: 'made', to: 'takenBack', by: [whoMadeIt], unless: sameDay, input: say.Nothing, decide: takeBack }),
  },
})
