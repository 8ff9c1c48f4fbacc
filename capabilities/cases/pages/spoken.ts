import type { Words } from '#web/shared/language.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** How a case stands, in one sentence for whoever reported it: no word of the office. */
const states: Record<string, Words> = {
  reported: w('已经送到，等网格员接下。', 'It has arrived and waits for the grid worker to take it.'),
  accepted: w('网格员接下了，正在处理。', 'The grid worker has it and is seeing to it.'),
  triage: w('正在商量由谁来办。', 'It is being settled who takes it on.'),
  dispatched: w('派给了承办单位，等他们接下。', 'It was sent to a unit and waits for them to take it.'),
  handling: w('承办单位正在办。', 'A unit is working on it.'),
  suspended: w('先停一停，到日子会接着办。', 'It is paused, and goes on by the day shown below.'),
  ledger: w('一时办不了，记在账上，有人盯着。', 'It cannot be done yet: it is on the books, and watched.'),
  verifying: w('说是办好了，还要有人去看一看。', 'It is said to be done; somebody goes to look.'),
  contested: w('指挥中心正在定由谁来办。', 'The centre is deciding who does it.'),
  resolved: w('有结果了，请您评一评。', 'There is a result: please rate it.'),
  closed: w('办完了。', 'It is finished.'),
  declined: w('这件事这里不能办，原因写在下面。', 'It cannot be taken up here; the reason is below.'),
  appealed: w('正在重新审核您的理由。', 'Your reasons are being looked at again.'),
  withdrawn: w('已经撤回，不再办理。', 'It was withdrawn.'),
  merged: w('和同样的一件合在一起办了。', 'It is handled together with another of the same.'),
}
export const spokenState = (state: string): Words | undefined => states[state]

/** The same where it is the reporter for whom it waits. */
export const askedWords = w('有人问您一件事，等您回复。', 'You are asked something: your reply is waited for.')

/** And on a card. */
export const askedShort = w('有人问您', 'You are asked something')

/** What happened, as a neighbour would tell it. */
const steps: Record<string, Words> = {
  report: w('报上来了', 'It was reported'),
  accept: w('网格员接下了', 'The grid worker took it'),
  solveOnSite: w('网格员去处理了', 'The grid worker saw to it'),
  answer: w('给了答复', 'It was answered'),
  escalate: w('报给了上一级', 'It was passed up'),
  sendDown: w('交给网格去办', 'It was given to the grid'),
  dispatch: w('派给了承办单位', 'It was sent to a unit'),
  receive: w('承办单位接下了', 'The unit took it'),
  receivePart: w('帮忙的单位接下了', 'A helping unit took its part'),
  contribute: w('帮忙的单位办完了自己那份', 'A helping unit finished its part'),
  relieve: w('不用这家单位帮忙了', 'A helping unit is no longer needed'),
  contact: w('承办人来联系了', 'The unit got in touch'),
  return: w('这家单位退了回来，要换一家办', 'The unit gave it back: another must do it'),
  transfer: w('换了一家单位办', 'Another unit does it now'),
  rule: w('指挥中心定了由谁办', 'The centre decided who does it'),
  askExtension: w('承办单位想多要几天', 'The unit asked for more days'),
  grantExtension: w('同意多给几天', 'More days were granted'),
  refuseExtension: w('没同意多给时间', 'More days were refused'),
  askSuspension: w('承办单位想先停一停', 'The unit asked for a pause'),
  grantSuspension: w('同意先停一停', 'The pause was granted'),
  refuseSuspension: w('没同意停', 'The pause was refused'),
  resume: w('接着办了', 'Work goes on'),
  askLedger: w('承办单位说一时办不了', 'The unit says it cannot be done yet'),
  enterLedger: w('记在账上，有人盯着', 'It is on the books, and watched'),
  leaveLedger: w('又可以办了', 'It can be done again'),
  resolve: w('承办单位说办好了', 'The unit says it is done'),
  verify: w('去看过，办好了', 'Somebody looked: it is done'),
  sendBack: w('去看过，还没办好', 'Somebody looked: it is not done'),
  rate: w('作了评价', 'It was rated'),
  check: w('网格长查看了', 'The grid leader checked it'),
  close: w('办完归档', 'It was filed as finished'),
  reopen: w('重新办', 'It was opened again'),
  reportToAuthority: w('依法报告了有关部门', 'It was reported to an authority'),
  answerOutside: w('回告了来源平台', 'The platform that it came from was answered'),
  callBack: w('打电话问过了', 'Somebody called to ask'),
  proposeDecline: w('觉得不归这里管，等指挥中心定', 'It may not belong here: the centre decides'),
  decline: w('这件事这里不能办', 'It cannot be taken up here'),
  appeal: w('不服，请上级再看', 'It was appealed'),
  uphold: w('理由成立，重新办', 'The appeal was right: it is handled anew'),
  reject: w('再看过了，还是不能办', 'It was looked at again, with the same result'),
  merge: w('和同样的一件合起来办', 'It was joined to another of the same'),
  unmerge: w('又分开单独办', 'It is handled on its own again'),
  split: w('分成几件分头办', 'It was split into several'),
  join: w('又有邻居也遇到这事', 'Another neighbour has the same trouble'),
  correct: w('改正了内容', 'Something was corrected'),
  withdraw: w('撤回了', 'It was withdrawn'),
  goesOn: w('原来报的人撤回了，为附议的人接着办', 'Who reported it withdrew; it goes on for those who joined'),
  askReporter: w('承办人有话想问', 'The unit asked a question'),
  replyToAsk: w('回复了承办人', 'The question was answered'),
  handOver: w('换了一个人办', 'Somebody else has it now'),
  whistle: w('街道叫几家单位一起来看', 'The street called several units together'),
  attend: w('叫来的单位到了', 'The units came'),
  supervise: w('上级盯着这件事了', 'It is under supervision'),
  remind: w('催了一次', 'A reminder was sent'),
  comment: w('留了话', 'Somebody left a word'),
  warn: w('快到时间，系统提醒了承办人', 'Time was running out: the holder was told'),
  alert: w('到时间还没办完，系统催了承办人', 'It ran over: the holder was pressed'),
}
export const spokenStep = (command: string): Words | undefined => steps[command]

/** What is to happen next, before a limit runs out. */
const nexts: Record<string, Words> = {
  accept: w('网格员接下', 'The grid worker takes it'),
  solve: w('网格员处理', 'The grid worker sees to it'),
  triage: w('定下由谁办', 'It is settled who does it'),
  receive: w('承办单位接下', 'The unit takes it'),
  contact: w('承办人来联系', 'The unit gets in touch'),
  resolve: w('办好', 'It is done'),
  part: w('帮忙的单位办好', 'The helping unit is done'),
  verify: w('有人去看办好了没有', 'Somebody looks whether it is done'),
  rule: w('定下由谁办', 'It is settled who does it'),
  appeal: w('给出结果', 'The result is told'),
  extension: w('定下能不能多给几天', 'It is settled whether more days are given'),
}
export const spokenNext = (step: string): Words | undefined => nexts[step.split(':')[0] ?? step]
