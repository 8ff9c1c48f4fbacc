import type { Words } from '#web/shared/language.ts'
import { kindWords, urgencyWords } from '../contract/categoryValues.ts'
import type { Outcome } from '../contract/terms.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

export const outcomeWords: Record<Outcome, Words> = {
  solved: w('已解决', 'solved'),
  partly: w('部分解决', 'partly solved'),
  notOurs: w('不属本单位职责', 'not our duty'),
  cannot: w('无法解决', 'cannot be solved'),
}

export const levelWords: readonly Words[] = [
  w('非常不满意', 'very dissatisfied'),
  w('不满意', 'dissatisfied'),
  w('一般', 'so-so'),
  w('满意', 'satisfied'),
  w('非常满意', 'very satisfied'),
]

/** What a rating says in a line. */
export function ratedWords({ solved, level }: { solved: boolean; level: number }): Words {
  const [is, how] = [solved ? w('解决了', 'Solved') : w('没解决', 'Not solved'), levelWords[level - 1] ?? w('', '')]
  return w(`${is.zh} · ${how.zh}`, `${is.en} · ${how.en}`)
}

/** What the choices of the contracts are called. A value means the same in every command. */
const values: Record<string, Words> = {
  ...kindWords,
  ...outcomeWords,
  ...urgencyWords,
  telephone: w('电话', 'telephone'),
  visit: w('上门', 'visit'),
  message: w('消息', 'message'),
  notOurDuty: w('不是我们的职责', 'not our duty'),
  notOurArea: w('不在我们的范围', 'not our area'),
  needsOtherLead: w('应由别的单位主办', 'another unit should lead'),
  facts: w('事实与报单不符', 'the facts are otherwise'),
  court: w('已进入诉讼', 'before a court'),
  arbitration: w('已进入仲裁', 'under arbitration'),
  review: w('已进入行政复议', 'under administrative review'),
  discipline: w('属纪检监察事项', 'a matter of discipline'),
  disclosure: w('属政府信息公开申请', 'a request for disclosure of information'),
  petition: w('已进入信访程序', 'already a petition'),
  secrets: w('涉及国家秘密、商业秘密或个人隐私', 'touches secrets'),
  repeated: w('同一诉求已办结，无新的事实', 'already resolved, nothing new'),
  unfounded: w('查无事实', 'unfounded'),
  weather: w('天气或季节原因暂不能施工', 'weather or season'),
  material: w('等待专用材料或配件', 'waiting for material'),
  procedure: w('等待法定程序（公示、招标、鉴定）', 'waiting for a legal procedure'),
  consent: w('等待业主共同决定', "waiting for the owners' decision"),
  reporter: w('等待报单人配合', 'waiting for the reporter'),
  thirdParty: w('等待权属单位施工', 'waiting for the owner of the works'),
  dispatch: w('派给承办单位', 'dispatch to a unit'),
  keep: w('维持原承办单位', 'stays where it was'),
  grid: w('交网格办理', 'to the grid'),
  triage: w('重新分流', 'sort again'),
  ledger: w('挂账', 'onto the ledger'),
  decline: w('不予受理', 'not taken up'),
  police: w('公安机关（110）', 'the police (110)'),
  civilAffairs: w('民政部门', 'civil affairs'),
  education: w('教育部门', 'education'),
  asked: w('已请协办', 'asked'),
  received: w('已接单', 'received'),
  contributed: w('已反馈', 'answered'),
  relieved: w('已免除', 'relieved'),
}
export const valueWords = (value: string): Words => values[value] ?? w(value, value)

/** What the fields of the contracts are called; `command.field` where one command means something of its own. */
const fields: Record<string, Words> = {
  words: w('说明', 'Explanation'),
  outcome: w('处理结果', 'Outcome'),
  done: w('做了什么', 'What was done'),
  because: w('依据，或应找哪个单位', 'The ground, or whose duty it is'),
  photos: w('照片', 'Photos'),
  summary: w('公开摘要（不写人名、门牌）', 'Public summary (no names, no doors)'),
  lead: w('主办单位', 'Lead unit'),
  assisting: w('协办单位', 'Assisting units'),
  unit: w('单位', 'Unit'),
  units: w('请哪些单位到场', 'Which units are called'),
  task: w('请它做什么', 'What it is asked to do'),
  place: w('地点', 'Place'),
  at: w('几点', 'When'),
  whistle: w('哪一次吹哨', 'Which call'),
  people: w('到场人员', 'Who came'),
  agreed: w('商定了什么', 'What was agreed'),
  channel: w('怎么联系的', 'How'),
  reached: w('联系上了吗', 'Did you reach them?'),
  result: w('联系结果', 'Result'),
  answer: w('协办反馈', 'Answer'),
  reason: w('原因', 'Reason'),
  rightBody: w('应由哪个单位办', 'Which unit is right'),
  decision: w('裁定', 'Ruling'),
  duty: w('依据的职责条款', 'The duty it rests on'),
  leader: w('责任领导', 'Who answers for it by name'),
  decline: w('不予受理的原因', 'Why it is not taken up'),
  plan: w('计划', 'Plan'),
  missing: w('还差什么', 'What is missing'),
  days: w('延长几个工作日', 'How many working days more'),
  until: w('到哪一天', 'Until which day'),
  solved: w('问题解决了吗', 'Is it solved?'),
  level: w('满意程度', 'How satisfied'),
  good: w('验收通过吗', 'Is it in order?'),
  answered: w('接通了吗', 'Did they answer?'),
  parent: w('并入哪一件', 'Into which case'),
  parts: w('要分出去的', 'What is split off'),
  category: w('类别', 'Category'),
  kind: w('诉求类型', 'Kind'),
  urgency: w('缓急', 'Urgency'),
  question: w('想问报单人什么', 'What to ask the reporter'),
  to: w('移交给谁', 'To whom'),
  role: w('岗位', 'Post'),
  forReporter: w('给报单人看', 'Show it to the reporter'),
  ground: w('依据', 'Ground'),
  outside: w('来源平台怎么说（转来的才填）', 'What the platform that it came from said (where it came from one)'),
  outerDueAt: w('来源平台同意的新时限（转来的才填）', 'The new limit of the platform that it came from'),
  'rate.words': w('想说的话', 'Anything to add'),
  'remind.words': w('想说的话', 'Anything to add'),
  'withdraw.words': w('为什么撤回', 'Why'),
  'reopen.words': w('还有什么没解决', 'What is still wrong'),
  'appeal.words': w('您的理由', 'Your reasons'),
  'replyToAsk.words': w('您的回复', 'Your reply'),
  'comment.words': w('留言', 'Comment'),
  'answerOutside.words': w('回告了什么', 'What was answered'),
  'callBack.outside': w('来源平台已自行回访，按它的结果登记', 'The platform that it came from asked them itself'),
  'callBack.words': w('报单人说了什么', 'What they said'),
  'reportToAuthority.to': w('报告给谁', 'Reported to'),
  receipt: w('回执或警情编号', 'Receipt or number there'),
  'whistle.place': w('集合地点', 'Where to meet'),
  'split.words': w('这一件是什么事', 'What this one is about'),
}
export const fieldWords = (command: string, field: string): Words =>
  fields[`${command}.${field}`] ?? fields[field] ?? w(field, field)
