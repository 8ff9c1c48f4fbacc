import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { limitTimers } from '#kernel/flow/limits.ts'
import { Restreet } from '#kernel/flow/restreet.ts'
import { columnsOf, isHidden, partiesOf, placesOfCase } from './columns.ts'
import * as take from './contract/inputs.ts'
import { Case } from './contract/item.ts'
import { SeenCase } from './contract/seen.ts'
import { stateNames } from './contract/states.ts'
import * as accepting from './decisions/accepting.ts'
import * as assisting from './decisions/assisting.ts'
import { correct, isTheDispatchers } from './decisions/correcting.ts'
import * as declining from './decisions/declining.ts'
import * as dispatching from './decisions/dispatching.ts'
import * as duty from './decisions/duty.ts'
import { exclude } from './decisions/excluding.ts'
import * as extending from './decisions/extending.ts'
import * as ledger from './decisions/ledger.ts'
import * as merging from './decisions/merging.ts'
import * as outside from './decisions/outside.ts'
import * as pausing from './decisions/pausing.ts'
import * as rating from './decisions/rating.ts'
import { regrid } from './decisions/regridding.ts'
import * as reporting from './decisions/reporting.ts'
import * as resolving from './decisions/resolving.ts'
import { restreet } from './decisions/restreeting.ts'
import { rule } from './decisions/ruling.ts'
import * as talking from './decisions/talking.ts'
import { withdraw } from './decisions/withdrawing.ts'
import * as by from './parties.ts'
import type { CaseFacts } from './rulebook.ts'
import { show, standing } from './show.ts'
import { calling, noticesOf } from './telling.ts'

const command = commandsOn<Case, CaseFacts>()
const open = [
  'reported',
  'accepted',
  'triage',
  'dispatched',
  'handling',
  'suspended',
  'ledger',
  'verifying',
  'contested',
] as const
const atDesk = ['reported', 'accepted', 'triage', 'dispatched', 'handling', 'verifying'] as const
const anywhere = [...open, 'resolved', 'closed', 'declined', 'appealed'] as const

/** One report through the closed loop: 群众报单—网格员承单—部门接单—限时办结反馈 (`loop.md`). A row a command. */
export const caseFlow = defineFlow({
  name: 'case',
  path: 'cases',
  label: { zh: '事项', en: 'case' },
  item: Case,
  states: stateNames,
  holder: (item) => ('holder' in item ? item.holder : undefined),
  standing,
  places: placesOfCase,
  parties: partiesOf,
  guarded: (item) => item.protected,
  hidden: isHidden,
  columns: columnsOf,
  notices: noticesOf,
  seen: SeenCase,
  show,
  timers: (item) => [
    ...limitTimers(calling(item)),
    ...(item.state === 'resolved'
      ? [
          {
            key: `close ${item.round} ${item.resolution.at}`,
            at: Temporal.Instant.from(item.closesAt),
            command: 'close',
            input: {},
          },
        ]
      : []),
    ...(item.state === 'suspended'
      ? [{ key: `resume ${item.round} ${item.pause.until}`, at: pausing.resumesAt(item), command: 'resume', input: {} }]
      : []),
  ],
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    report: command({ zh: '报单', from: 'new', to: 'reported', by: [by.resident, by.worker], input: take.Report, decide: reporting.report }),
    accept: command({ zh: '承单', from: 'reported', to: 'accepted', by: [by.holder], input: take.Nothing, decide: accepting.accept }),
    solveOnSite: command({ zh: '自处置', from: ['accepted', 'triage'], to: ['verifying', 'resolved'], by: [by.holder], unless: duty.owesDuty, input: take.Solve, decide: resolving.solveOnSite }),
    answer: command({ zh: '直接答复', from: ['accepted', 'triage', 'handling'], to: 'resolved', by: [by.holder], unless: resolving.needsMoreThanAnAnswer, input: take.Answer, decide: resolving.answer }),
    escalate: command({ zh: '上报', from: ['accepted', 'triage'], to: 'triage', passesOn: true, by: [by.holder], unless: accepting.isTopDesk, input: take.Escalate, decide: accepting.escalate }),
    sendDown: command({ zh: '下派', from: 'triage', to: 'accepted', passesOn: true, by: [by.holder], input: take.SendDown, decide: accepting.sendDown }),
    dispatch: command({ zh: '派单', from: ['reported', 'accepted', 'triage'], to: 'dispatched', passesOn: true, by: [by.holder, by.dispatcher], unless: dispatching.dispatchesFromHigher, input: take.Dispatch, decide: dispatching.dispatch }),
    receive: command({ zh: '接单', from: 'dispatched', to: 'handling', by: [by.lead], input: take.Nothing, decide: dispatching.receive }),
    receivePart: command({ zh: '协办接单', from: ['dispatched', 'handling'], to: 'unchanged', by: [by.assistant], unless: assisting.nothingAskedOfMe, input: take.Nothing, decide: assisting.receivePart }),
    contribute: command({ zh: '协办反馈', from: ['dispatched', 'handling'], to: 'unchanged', by: [by.assistant], unless: assisting.nothingOpenForMe, input: take.Contribute, decide: assisting.contribute }),
    relieve: command({ zh: '免除协办', from: ['dispatched', 'handling'], to: 'unchanged', by: [by.lead, by.dispatcher], unless: assisting.nobodyAssists, input: take.Relieve, decide: assisting.relieve }),
    contact: command({ zh: '首次联系', from: ['dispatched', 'handling'], to: 'unchanged', by: [by.lead], input: take.Contact, decide: assisting.contact }),
    return: command({ zh: '退单', from: ['dispatched', 'handling'], to: ['accepted', 'triage', 'contested'], passesOn: true, by: [by.lead], unless: dispatching.mayNotReturn, input: take.Return, decide: dispatching.giveBack }),
    transfer: command({ zh: '转办', from: ['dispatched', 'handling'], to: 'dispatched', passesOn: true, by: [by.lead, by.dispatcher], input: take.Transfer, decide: dispatching.transfer }),
    rule: command({ zh: '裁定', from: 'contested', to: ['dispatched', 'handling', 'accepted', 'triage', 'ledger', 'declined'], passesOn: true, by: [by.dispatcher], input: take.Rule, decide: rule }),
    askExtension: command({ zh: '申请延期', from: 'handling', to: 'handling', by: [by.lead], unless: extending.mayNotExtend, input: take.AskExtension, decide: extending.askExtension }),
    grantExtension: command({ zh: '同意延期', from: 'handling', to: 'handling', by: [by.dispatcher], unless: extending.noExtensionAsked, input: take.GrantExtension, decide: extending.grantExtension }),
    refuseExtension: command({ zh: '不同意延期', from: 'handling', to: 'handling', by: [by.dispatcher], unless: extending.noExtensionAsked, input: take.WithWords, decide: extending.refuseExtension }),
    askSuspension: command({ zh: '申请挂起', from: 'handling', to: 'handling', by: [by.lead], input: take.AskSuspension, decide: pausing.askSuspension }),
    grantSuspension: command({ zh: '同意挂起', from: 'handling', to: 'suspended', by: [by.supervisor], unless: pausing.noSuspensionAsked, input: take.MaybeWords, decide: pausing.grantSuspension }),
    refuseSuspension: command({ zh: '不同意挂起', from: 'handling', to: 'handling', by: [by.supervisor], unless: pausing.noSuspensionAsked, input: take.WithWords, decide: pausing.refuseSuspension }),
    resume: command({ zh: '恢复办理', from: 'suspended', to: 'handling', by: [by.lead, by.supervisor, by.theTimer], input: take.MaybeWords, decide: pausing.resume }),
    askLedger: command({ zh: '申请挂账', from: 'handling', to: 'handling', by: [by.lead], input: take.AskLedger, decide: ledger.askLedger }),
    enterLedger: command({ zh: '挂账', from: 'handling', to: 'ledger', by: [by.supervisor], input: take.EnterLedger, decide: ledger.enterLedger }),
    leaveLedger: command({ zh: '销账', from: 'ledger', to: 'handling', by: [by.lead, by.supervisor], input: take.WithWords, decide: ledger.leaveLedger }),
    inform: command({ zh: '说明进展', from: 'ledger', to: 'unchanged', by: [by.lead], input: take.WithWords, decide: ledger.inform }),
    resolve: command({ zh: '办结', from: 'handling', to: ['verifying', 'resolved'], by: [by.lead], unless: resolving.mayNotResolve, input: take.Solve, decide: resolving.resolve }),
    verify: command({ zh: '核查通过', from: 'verifying', to: 'resolved', by: [by.holder], unless: resolving.ownWork, input: take.MaybeWords, decide: resolving.verify }),
    sendBack: command({ zh: '核查退回', from: 'verifying', to: ['accepted', 'handling'], passesOn: true, by: [by.holder], unless: resolving.ownWork, input: take.WithWords, decide: resolving.sendBack }),
    rate: command({ zh: '评价', from: 'resolved', to: ['resolved', 'closed', 'accepted', 'handling', 'contested'], by: [by.reporterOrFollower], unless: rating.mayNotRate, input: take.Rate, decide: rating.rate }),
    check: command({ zh: '验收', from: 'resolved', to: ['closed', 'accepted', 'handling', 'contested'], by: [by.gridLeader], occasion: rating.residentReported, unless: resolving.ownWork, input: take.Check, decide: rating.check }),
    close: command({ zh: '归档', from: 'resolved', to: 'closed', by: [by.theTimer], input: take.Nothing, decide: rating.close }),
    reopen: command({ zh: '重办', from: ['resolved', 'closed'], to: ['accepted', 'handling', 'contested', 'unchanged'], by: [by.reporterOrFollower, by.supervisor], occasion: rating.ratesFirst, unless: rating.tooLateToReopen, input: take.WithWords, decide: rating.reopen }),
    callBack: command({ zh: '回访', from: ['resolved', 'closed'], to: ['resolved', 'closed', 'accepted', 'handling', 'contested'], by: [by.caller], unless: rating.mayNotCallBack, input: take.CallBack, decide: rating.callBack }),
    proposeDecline: command({ zh: '建议不予受理', from: ['reported', 'accepted', 'triage'], to: 'contested', passesOn: true, by: [by.holder], input: take.ProposeDecline, decide: declining.proposeDecline }),
    decline: command({ zh: '不予受理', from: ['reported', 'accepted', 'triage', 'contested'], to: 'declined', by: [by.dispatcher], input: take.Decline, decide: declining.decline }),
    appeal: command({ zh: '申诉', from: 'declined', to: 'appealed', by: [by.reporter, by.followerOfAFind], unless: declining.mayNotAppeal, input: take.PersonalWords, decide: declining.appeal }),
    uphold: command({ zh: '支持申诉', from: 'appealed', to: 'reported', passesOn: true, by: [by.supervisor], input: take.WithWords, decide: declining.uphold }),
    reject: command({ zh: '维持不予受理', from: 'appealed', to: 'declined', by: [by.supervisor], input: take.WithWords, decide: declining.reject }),
    merge: command({ zh: '并案', from: ['reported', 'accepted', 'triage', 'dispatched', 'handling'], to: 'merged', by: [by.holder, by.dispatcher], input: take.Merge, reaches: ({ parent }) => [parent], decide: merging.merge }),
    unmerge: command({ zh: '撤销并案', from: 'merged', to: 'reported', by: [by.dispatcher, by.hadIt], unless: merging.takenBefore, input: take.Merge, reaches: ({ parent }) => [parent], decide: merging.unmerge }),
    split: command({ zh: '拆单', from: ['accepted', 'handling'], to: 'unchanged', by: [by.holder, by.dispatcher], input: take.Split, reaches: ({ parts }) => parts.map(({ id }) => id), decide: merging.split }),
    join: command({ zh: '附议', from: open, to: 'unchanged', by: [by.resident], occasion: merging.ownReport, input: take.Nothing, decide: merging.join }),
    correct: command({ zh: '更正', from: [...open, 'resolved', 'closed', 'declined', 'appealed', 'withdrawn'], to: ['reported', 'dispatched', 'unchanged'], by: [by.holder, by.dispatcher], occasion: isTheDispatchers, input: take.Correct, decide: correct }),
    withdraw: command({ zh: '撤回', from: ['reported', 'accepted'], to: ['withdrawn', 'unchanged'], by: [by.reporter], input: take.MaybeWords, decide: withdraw }),
    askReporter: command({ zh: '问报单人', from: talking.asking, to: 'unchanged', by: [by.holder], unless: talking.askedEnough, input: take.AskReporter, decide: talking.askReporter }),
    replyToAsk: command({ zh: '回复', from: talking.asking, to: 'unchanged', by: [by.reporter], occasion: talking.nothingAsked, input: take.ReplyToAsk, decide: talking.replyToAsk }),
    handOver: command({ zh: '移交', from: atDesk, to: 'unchanged', passesOn: true, by: [by.holder, by.gridLeader], input: take.HandOver, decide: accepting.handOver }),
    reportToAuthority: command({ zh: '强制报告', from: open, to: 'unchanged', by: [by.holder, by.dispatcher], occasion: duty.noDuty, unless: duty.dutyDone, input: take.Authority, decide: duty.reportToAuthority }),
    whistle: command({ zh: '吹哨', from: ['triage', 'handling'], to: 'unchanged', by: [by.streetDesk], input: take.Whistle, decide: talking.whistle }),
    attend: command({ zh: '报到', from: ['triage', 'handling'], to: 'unchanged', by: [by.whistled], input: take.Attend, decide: talking.attend }),
    supervise: command({ zh: '督办', from: open, to: 'unchanged', by: [by.supervisor, by.leader], input: take.WithWords, decide: talking.supervise }),
    remind: command({ zh: '催办', from: open, to: 'unchanged', by: [by.reporterOrFollower], unless: talking.remindedToday, input: take.MaybeWords, decide: talking.remind }),
    comment: command({ zh: '留言', from: anywhere, to: 'unchanged', by: [by.worker, by.reporterOrFollower], unless: talking.isForgotten, input: take.Comment, decide: talking.unchanged }),
    approve: command({ zh: '公开摘要', from: ['resolved', 'closed'], to: 'unchanged', by: [by.gridLeader, by.dispatcher], input: take.Approve, decide: talking.approve }),
    unpublish: command({ zh: '撤下公开摘要', from: ['resolved', 'closed'], to: 'unchanged', by: [by.reporter, by.gridLeader, by.dispatcher], occasion: talking.notPublished, input: take.MaybeWords, decide: talking.unpublish }),
    hideContact: command({ zh: '不再让企业看到电话', from: anywhere, to: 'unchanged', by: [by.reporter], occasion: talking.contactIsHidden, input: take.Nothing, decide: talking.hideContact }),
    answerOutside: command({ zh: '回告来源平台', from: ['resolved', 'closed', 'declined', 'merged', 'withdrawn'], to: 'unchanged', by: [by.dispatcher, by.caller], occasion: outside.reportedHere, unless: outside.answeredAlready, input: take.WithWords, decide: outside.answerOutside }),
    exclude: command({ zh: '剔除', from: 'closed', to: 'closed', by: [by.supervisor, by.leader], input: take.Exclude, decide: exclude }),
    regrid: command({ zh: '随网格调整', from: [...open, 'merged'], to: 'unchanged', passesOn: true, by: [by.theTimer], input: take.Regrid, decide: regrid }),
    restreet: command({ zh: '随社区划转', from: [...open, 'merged'], to: ['unchanged', 'reported'], passesOn: true, by: [by.theTimer], input: Restreet, decide: restreet }),
    warn: command({ zh: '到点提醒', from: [...open, 'appealed'], to: 'unchanged', by: [by.theTimer], input: take.LimitCall, decide: talking.call }),
    alert: command({ zh: '超时提醒', from: [...open, 'appealed'], to: 'unchanged', by: [by.theTimer], input: take.LimitCall, decide: talking.call }),
  },
})
