import { isDeepStrictEqual } from 'node:util'
import { commandsOn, type Notice } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { anyone, those } from '#kernel/flow/parties.ts'
import { exactly } from '#kernel/time/zone.ts'
import { type Words, words } from '#kernel/words.ts'
import * as say from '../contract/meeting.ts'
import { correct } from './correcting.ts'
import * as holding from './holding.ts'
import * as minutes from './minutes.ts'
import * as planning from './planning.ts'
import { type MeetingFacts, show } from './show.ts'

const command = commandsOn<say.Meeting, MeetingFacts>()
const desk = those<say.Meeting>(
  '委员会所在街道的指挥员',
  'the street desk of the committee',
  ({ role, unit }, item) => role === 'streetDesk' && unit === item.unit,
)
const attendant = those<say.Meeting>('到会的委员', 'a member who was present', minutes.attended)
const signer = those<say.Meeting>(
  '主任或秘书',
  'the chair or secretary',
  (actor, item) => minutes.signersAt(actor, item).length > 0,
)
const states = {
  planned: '筹备',
  called: '已通知',
  held: '已召开',
  minuted: '纪要待签',
  signed: '纪要已签发',
  cancelled: '已取消',
}
const coming = ['planned', 'called'] as const

const invitation = ({ committeeName, startsAt, venue }: say.Meeting): Words => {
  const { zh, en } = exactly(Temporal.Instant.from(startsAt))
  return words(`请参加${committeeName}会议：${zh}，${venue}`, `you are called to ${committeeName}: ${en}, ${venue}`)
}

/** What members are told once a command is done, at their posts. */
const told: Readonly<Record<string, (item: say.Meeting) => Words>> = {
  call: invitation,
  reseat: invitation,
  putOff: ({ committeeName, startsAt, venue }) => {
    const { zh, en } = exactly(Temporal.Instant.from(startsAt))
    return words(`${committeeName}会议改到：${zh}，${venue}`, `${committeeName} meets at another time: ${en}, ${venue}`)
  },
  amend: ({ committeeName, venue }) =>
    words(`${committeeName}会议的地点或议程改了，请再看一遍：${venue}`, `place or agenda of ${committeeName} changed: ${venue}`),
  correct: ({ committeeName }) =>
    words(
      `${committeeName}会议的记录有更正，请看是否属实`,
      `what was written of a meeting of ${committeeName} was corrected: please read it`,
    ),
  cancel: (item) =>
    words(
      `${item.committeeName}会议取消：${'because' in item ? item.because : ''}`,
      `${item.committeeName} does not meet: ${'because' in item ? item.because : ''}`,
    ),
  renew: ({ committeeName }) =>
    words(`${committeeName}会议纪要等您签字，请先看`, `minutes of ${committeeName} wait for you to sign: please read them`),
  minute: ({ committeeName }) =>
    words(`${committeeName}会议纪要有新稿，请看是否属实`, `new minutes of ${committeeName}: please read them`),
}

/** Who is told: of the minutes those who came, and who is to sign since, of new members these, of the rest all; nobody of a meeting that was never called. */
function recipients(before: say.Meeting | undefined, item: say.Meeting, name: string): Notice['to'][] {
  if ((name === 'putOff' || name === 'amend' || name === 'cancel') && before?.state !== 'called') return []
  const sat = ({ post }: say.Meeting['members'][number]) =>
    name === 'reseat' && before?.members.some((one) => isDeepStrictEqual(one.post, post))
  const came = (seat: number) =>
    name !== 'minute' || ('attendance' in item && item.attendance.some((one) => one.seat === seat && one.is === 'present'))
  const since = ('signers' in item ? (item.signers ?? []) : []).map(({ post }) => post)
  if (name === 'renew') return since
  const members = item.members.flatMap((one) => (one.post && came(one.seat) && !sat(one) ? [one.post] : []))
  const others = name === 'minute' || name === 'correct' ? since : []
  return [...members, ...others.filter((post) => !members.some((one) => isDeepStrictEqual(one, post)))]
}

/** A meeting of a committee (委员会会议): called, held, decided on by seats, minuted, and signed off by two. */
export const meetingFlow = defineFlow({
  name: 'meeting',
  path: 'meetings',
  label: words('委员会会议', 'meeting of a committee'),
  item: say.Meeting,
  states,
  holder: ({ state, unit }) => (state === 'signed' || state === 'cancelled' ? undefined : { role: 'streetDesk', unit }),
  standing: ({ committeeName, state }) =>
    words(`${committeeName}的会议：${states[state]}`, `the meeting of ${committeeName} is ${state}`),
  places: ({ unit, members, ...item }) => {
    const signers = ('signers' in item && item.signers) || []
    return [...new Set([unit, ...[...members, ...signers].flatMap(({ post }) => (post ? [post.unit] : []))])]
  },
  parties: () => [],
  columns: ({ committee, unit, startsAt }) => ({ committee, unit, starts_at: startsAt }),
  timers: () => [],
  notices: (before, item, name) => {
    const said = told[name]
    return said ? recipients(before, item, name).map((to) => ({ to, words: said(item) })) : []
  },
  seen: say.SeenMeeting,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    plan: command({ zh: '筹备会议', from: 'new', to: 'planned', by: [anyone('streetDesk')], input: say.Plan, decide: planning.plan }),
    amend: command({ zh: '改议程', from: coming, to: 'unchanged', by: [desk], input: say.Amend, decide: planning.amend }),
    call: command({ zh: '通知开会', from: 'planned', to: 'called', by: [desk], unless: planning.mayCall, input: say.Nothing, decide: planning.call }),
    reseat: command({ zh: '更新委员', from: 'called', to: 'unchanged', by: [desk], input: say.Nothing, decide: planning.reseat }),
    putOff: command({ zh: '改期', from: coming, to: 'unchanged', by: [desk], input: say.PutOffTo, decide: planning.putOff }),
    cancel: command({ zh: '取消会议', from: coming, to: 'cancelled', by: [desk], input: say.Cancel, decide: planning.cancel }),
    correct: command({ zh: '更正记录', from: ['held', 'minuted'], to: 'unchanged', by: [desk], input: say.Correct, decide: correct }),
    hold: command({ zh: '签到', from: ['called', 'held'], to: 'held', by: [desk], unless: holding.mayHold, input: say.Hold, decide: holding.hold }),
    vote: command({ zh: '记表决', from: 'held', to: 'unchanged', by: [desk], input: say.TakeVote, decide: holding.vote }),
    resolve: command({ zh: '形成决议', from: 'held', to: 'unchanged', by: [desk], input: say.Resolve, decide: holding.resolve }),
    minute: command({ zh: '写纪要', from: ['held', 'minuted'], to: 'minuted', by: [desk], unless: minutes.mustBeVoted, input: say.Minute, decide: minutes.minute }),
    remark: command({ zh: '提意见', from: 'minuted', to: 'unchanged', by: [attendant], input: say.MakeRemark, decide: minutes.remark }),
    renew: command({ zh: '更新签字人', from: 'minuted', to: 'unchanged', by: [desk], unless: minutes.sameSigners, input: say.Nothing, decide: minutes.renew }),
    sign: command({ zh: '签字', from: 'minuted', to: ['minuted', 'signed'], by: [signer], unless: minutes.maySign, input: say.Sign, decide: minutes.sign }),
  },
})
