import type { Fields, FieldWords } from '#kernel/register/sheet/column.ts'
import { words } from '#kernel/words.ts'

const field = (zh: string, en: string, about?: { zh: string; en: string }): FieldWords => ({
  name: words(zh, en),
  ...(about && { about }),
})

/** How the fields of a category are called in its sheets. */
export const categoryFields: Fields = {
  code: field(
    '代码',
    'Code',
    words('以大类代码和点开头；已有的代码不能改', 'begins with the code of its group and a point; never changes'),
  ),
  parent: field('大类', 'Group'),
  name: field('名称', 'Name'),
  zh: field('中文', 'Chinese'),
  en: field('英文', 'English'),
  kind: field(
    '诉求类型',
    'Kind',
    words(
      'consultation 咨询，help 求助，complaint 投诉，tipOff 举报，suggestion 建议，praise 表扬',
      'what somebody wants who reports it',
    ),
  ),
  urgency: field('紧急程度', 'Urgency', words('ordinary 一般，urgent 紧急', 'urgent ones have limits of their own')),
  danger: field(
    '险情提示',
    'Danger',
    words('紧急类别必填：先拨打哪个电话、如何避险', 'for urgent ones: whom to call first, and what to do until help is there'),
  ),
  dispatchBy: field(
    '直派层级',
    'Dispatched by',
    words(
      '哪一级起可以直接派单：grid 网格，community 社区，street 街道，district 区',
      'from which level up it may be dispatched directly',
    ),
  ),
  dutyList: field(
    '履职清单',
    'Duty list',
    words('basic 基本履职，assist 配合履职，takenBack 上级收回', 'its place in the list of duties of the street'),
  ),
  lead: field('主办单位', 'Lead', words('由谁主办', 'who leads')),
  assisting: field('协办单位', 'Assisting', words('由谁协办，可以为空列表 []', 'who assists; may be an empty list []')),
  acceptedWhen: field('立案条件', 'Accepted when'),
  closedWhen: field('结案标准', 'Closed when'),
  verifiedOnSite: field('现场核实', 'Verified on site'),
  photosWanted: field('照片', 'Photos'),
  before: field('办理前', 'before'),
  after: field('办理后', 'after'),
  withdrawable: field('可以撤回', 'Withdrawable'),
  limits: field(
    '时限',
    'Limit',
    words(
      '每一步的时限：{"workingHours":4}、{"workingDays":5}、{"minutes":30} 或 {"days":60}',
      'how long the step may take: {"workingHours":4}, {"workingDays":5}, {"minutes":30} or {"days":60}',
    ),
  ),
  byKind: field('', ''),
  consultation: field('咨询', 'consultation'),
  help: field('求助', 'help'),
  complaint: field('投诉', 'complaint'),
  tipOff: field('举报', 'tip-off'),
  suggestion: field('建议', 'suggestion'),
  praise: field('表扬', 'praise'),
  urgent: field('紧急', 'urgent'),
  accept: field('承单', 'accept'),
  solveOrDispatch: field('解决或派单', 'solve or dispatch'),
  receive: field('接单', 'receive'),
  contact: field('联系', 'contact'),
  resolve: field('办结', 'resolve'),
  texts: field('答复用语', 'Texts'),
  received: field('收到时', 'when received'),
  answer: field('答复草稿', 'draft of the answer'),
  codes: field('外部代码', 'Codes elsewhere'),
  hotline12345: field('12345 热线', '12345 hotline'),
  urbanManagement: field('数字城管', 'urban management'),
  words: field('指向词', 'Words', words('说到它的词，weight 从 1 到 5', 'the words that point to it, weight 1 to 5')),
  aboutChain: field(
    '涉及办理链条',
    'About the chain',
    words('是：反映网格、社区等自身，越过它们由上一级办理', 'about those who look after the place: they are passed over'),
  ),
  protected: field('保护队列', 'Protected', words('minors 未成年人，violence 家庭暴力', 'goes to the protected queue')),
}
