import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { anyone, at, theTimer, those } from '#kernel/flow/parties.ts'
import { inStreet, Restreet } from '#kernel/flow/restreet.ts'
import { holds } from '#kernel/people/actor.ts'
import { isNameless } from '#kernel/people/nameless.ts'
import { words } from '#kernel/words.ts'
import { Errand, type In, SeenErrand } from './contract/errand.ts'
import * as say from './contract/inputs.ts'
import { states } from './contract/kinds.ts'
import * as decide from './decisions.ts'
import { erase, mustBeErasable } from './erasing.ts'
import { close, file, signed } from './filing.ts'
import { noticesOf } from './notices.ts'
import { photosOf } from './papers.ts'
import { type ErrandFacts, isCommunity, show } from './show.ts'
import { timersOf } from './timers.ts'

const command = commandsOn<Errand, ErrandFacts>()
type Helped = In<'assigned' | 'collecting' | 'submitted' | 'rejected' | 'done' | 'confirmed' | 'withdrawn' | 'declined'>
/** With their account: who has a query code alone, which a helper had in hand, reads by it and changes nothing. */
const resident = those<Exclude<Errand, { state: 'recorded' }>>(
  '居民本人',
  'the resident',
  ({ id }, item) => id === item.resident && !isNameless(id),
)
const helper = at<Helped>('代办员', 'the helper', (item) => item.helper)
/** Who signs what somebody without an account confirms is not the helper; who holds the screen is. */
const helperOfNameless = those<Helped>(
  '代办员（居民没有账号）',
  'the helper of somebody without an account',
  (actor, item) => isNameless(item.resident) && holds(actor, item.helper),
)
const community = those<Errand>('社区工作人员', 'the community', isCommunity)
const workers = [anyone('communitySecretary'), anyone('communityWorker')]
const helpers = [...workers, anyone('gridWorker'), anyone('gridLeader')]
const given = ['requested', 'assigned', 'collecting', 'rejected'] as const
/** Whether it can still be withdrawn: nothing of it is with a department. */
export const mayBeWithdrawn = (state: Errand['state']): boolean => given.some((one) => one === state)
const carried = ['collecting', 'submitted', 'rejected'] as const
const over = ['confirmed', 'withdrawn', 'declined'] as const
/** While something is to be done yet: it goes along with its community. */
const underway = ['requested', 'assigned', ...carried, 'done'] as const
/** While there are papers, and afterwards, as one that was found again goes back. */
const handled = [...carried, 'done', ...over] as const

/** An errand (红色代办): somebody of the community does for a resident what they cannot well do themselves. */
export const errandFlow = defineFlow({
  name: 'errand',
  path: 'errands',
  label: words('代办', 'errand'),
  item: Errand,
  states: {
    ...{ requested: states.requested.zh, assigned: states.assigned.zh, collecting: states.collecting.zh },
    ...{ submitted: states.submitted.zh, rejected: states.rejected.zh, done: states.done.zh, confirmed: states.confirmed.zh },
    ...{ withdrawn: states.withdrawn.zh, declined: states.declined.zh, recorded: states.recorded.zh },
  },
  holder: (item) =>
    item.state === 'requested'
      ? { role: 'communitySecretary', unit: item.community }
      : 'helper' in item && !('endedAt' in item)
        ? item.helper
        : undefined,
  standing: ({ itemName, state, communityName }) =>
    words(
      `“${itemName.zh}”现在是“${states[state].zh}”，由${communityName}办理`,
      `"${itemName.en ?? itemName.zh}" is: ${states[state].en}, with ${communityName}`,
    ),
  places: (item) => [
    ...(item.street === undefined ? [] : [item.street]),
    item.community,
    ...('helper' in item && item.helper && item.helper.unit !== item.community ? [item.helper.unit] : []),
  ],
  parties: (item) => (item.state === 'recorded' ? [] : [item.resident]),
  columns: (item) => ({
    ...{ kind: item.kind, community: item.community, street: item.street ?? null, hours: item.hours },
    photos: 'papers' in item ? photosOf(item.papers) : [],
    ended_at: 'endedAt' in item ? item.endedAt : null,
    began_at: item.state === 'recorded' ? item.endedAt : item.requestedAt,
  }),
  timers: timersOf,
  notices: noticesOf,
  seen: SeenErrand,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    request: command({ zh: '请求代办', from: 'new', to: 'requested', by: [anyone('resident')], unless: decide.mustBeKnown, input: say.Request, decide: decide.request }),
    file: command({ zh: '替人登记', from: 'new', to: 'collecting', by: helpers, input: say.File, decide: file }),
    assign: command({ zh: '安排代办员', from: 'requested', to: 'assigned', by: [community], input: say.Assign, decide: decide.assign }),
    reassign: command({ zh: '换代办员', from: ['assigned', 'collecting', 'rejected'], to: 'assigned', by: [community], unless: decide.mustHoldNone, input: say.Reassign, decide: decide.reassign }),
    takeOver: command({ zh: '接手', from: handled, to: 'unchanged', by: [community], unless: decide.mustBeUnattended, input: say.Nothing, decide: decide.takeOver }),
    begin: command({ zh: '开始办', from: 'assigned', to: 'collecting', by: [helper], input: say.Nothing, decide: decide.begin }),
    handOver: command({ zh: '登记交接', from: handled, to: 'unchanged', by: [resident, helper], unless: decide.mustHaveSome, input: say.Hand, decide: decide.handOver }),
    acknowledge: command({ zh: '确认交接', from: handled, to: 'unchanged', by: [resident, helper], unless: decide.mustHaveSome, input: say.OnePaper, decide: decide.acknowledged }),
    unsay: command({ zh: '撤回交接登记', from: handled, to: 'unchanged', by: [resident, helper, community], unless: decide.mustWait, input: say.OnePaper, decide: decide.unsaid }),
    sign: command({ zh: '本人签字确认', from: handled, to: 'unchanged', by: [helperOfNameless], unless: decide.mustHaveSome, input: say.Sign, decide: signed }),
    lose: command({ zh: '登记丢失', from: carried, to: 'unchanged', by: [helper, community], unless: decide.mustHaveGiven, input: say.Lose, decide: decide.lost }),
    found: command({ zh: '找到了', from: handled, to: 'unchanged', by: [helper, community], unless: decide.mustBeLost, input: say.OnePaper, decide: decide.found }),
    keep: command({ zh: '社区收存', from: handled, to: 'unchanged', by: [community], unless: decide.mustBeGone, input: say.OnePaper, decide: decide.kept }),
    submit: command({ zh: '交到部门', from: 'collecting', to: 'submitted', by: [helper], unless: decide.mustHaveAll, input: say.Nothing, decide: decide.submit }),
    fetchBack: command({ zh: '从部门取回原件', from: handled, to: 'unchanged', by: [helper], unless: decide.mustBeThere, input: say.Nothing, decide: decide.fetchBack }),
    reject: command({ zh: '部门没有办', from: 'submitted', to: 'rejected', by: [helper], input: say.Reject, decide: decide.reject }),
    resume: command({ zh: '重新收材料', from: 'rejected', to: 'collecting', by: [helper], input: say.Nothing, decide: decide.resume }),
    conclude: command({ zh: '办好了', from: 'submitted', to: 'done', by: [helper], unless: decide.mustBeBack, input: say.Nothing, decide: decide.conclude }),
    confirm: command({ zh: '确认并评价', from: 'done', to: 'confirmed', by: [resident], input: say.Confirm, decide: decide.confirm }),
    close: command({ zh: '办结', from: 'done', to: 'confirmed', by: [helperOfNameless], unless: decide.mustBeBack, input: say.Nothing, decide: close }),
    lapse: command({ zh: '到期自动确认', from: 'done', to: 'confirmed', by: [theTimer], input: say.Nothing, decide: decide.lapse }),
    withdraw: command({ zh: '撤回', from: given, to: 'withdrawn', by: [resident, theTimer], unless: decide.mustBeBack, input: say.Nothing, decide: decide.withdraw }),
    decline: command({ zh: '不接', from: given, to: 'declined', by: [community], unless: decide.mustBeBack, input: say.Decline, decide: decide.decline }),
    destroyCopies: command({ zh: '复印件已销毁', from: over, to: 'unchanged', by: [helper], unless: decide.mustKeepCopies, input: say.Nothing, decide: decide.destroyCopies }),
    erase: command({ zh: '按本人要求删除', from: ['assigned', ...handled], to: over, by: [community], unless: mustBeErasable, input: say.Erase, decide: erase }),
    remind: command({ zh: '到点提醒', from: [...given, 'submitted', ...over], to: 'unchanged', by: [theTimer], input: say.Nothing, decide: decide.remind }),
    remindBack: command({ zh: '提醒确认收回', from: handled, to: 'unchanged', by: [theTimer], input: say.Nothing, decide: decide.remindBack }),
    restreet: command({ zh: '随社区划转', from: underway, to: 'unchanged', by: [theTimer], input: Restreet, decide: inStreet }),
    record: command({ zh: '补录办过的', from: 'new', to: 'recorded', by: workers, input: say.Record, decide: decide.record }),
  },
})
