import type { Fields, FieldWords } from '#kernel/register/sheet/column.ts'
import { type Words, words } from '#kernel/words.ts'
import { categoryValues } from './contract/categoryValues.ts'
import { Kind, Urgency } from './contract/terms.ts'

const field = (zh: string, en: string, about?: Words): FieldWords => ({ name: words(zh, en), ...(about && { about }) })
/** A field that is one of a few codes. */
const choice = (zh: string, en: string, codes: readonly Code[], about?: Words): FieldWords => ({
  ...field(zh, en, about),
  values: Object.fromEntries(codes.map((code) => [code, categoryValues[code]])),
})
type Code = keyof typeof categoryValues
/** A field, or a unit of limits, that is called as a choice is. */
const asValue = (code: Code): FieldWords => ({ name: categoryValues[code] })
const unitKinds = ['bureau', 'station', 'utility', 'propertyCompany', 'street', 'community'] as const

const led = words(
  '区直部门、派驻站所、专营单位须写代码；小区的物业企业须写没有物业时由谁办；街道、社区都不写',
  'a bureau, its station or a utility has its code; the estate’s property company says who does it where there is none; a street or community neither',
)

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
  kind: choice('诉求类型', 'Kind', Kind.enum, words('报单人想要什么', 'what somebody wants who reports it')),
  urgency: choice('紧急程度', 'Urgency', Urgency.enum, words('紧急的另有时限', 'urgent ones have limits of their own')),
  danger: field(
    '险情提示',
    'Danger',
    words('紧急类别必填：先拨打哪个电话、如何避险', 'for urgent ones: whom to call first, and what to do until help is there'),
  ),
  call: field('先拨打', 'Call first'),
  'danger.advice.zh': field('怎么做', 'What to do'),
  'danger.advice.en': field('怎么做（英文）', 'What to do, in English'),
  dispatchBy: choice(
    '直派层级',
    'Dispatched by',
    ['grid', 'community', 'street', 'district'],
    words('哪一级起可以直接派单', 'from which level up it may be dispatched directly'),
  ),
  dutyList: choice(
    '履职清单',
    'Duty list',
    ['basic', 'assist', 'takenBack'],
    words('在街道履职清单中属于哪一类', 'its place in the list of duties of the street'),
  ),
  lead: field('主办单位', 'Lead', led),
  assisting: field('协办单位', 'Assisting', led),
  unitKind: choice('单位类型', 'Kind of unit', unitKinds),
  otherwise: choice('没有物业时', 'Where there is none', ['street', 'community']),
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
      '每一步最多多久；工作小时、工作日只在上班时间走',
      'how long the step may take; working hours and days pass in office hours only',
    ),
  ),
  byKind: field('', ''),
  consultation: asValue('consultation'),
  help: asValue('help'),
  complaint: asValue('complaint'),
  tipOff: asValue('tipOff'),
  suggestion: asValue('suggestion'),
  praise: asValue('praise'),
  urgent: asValue('urgent'),
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
  workingHours: asValue('workingHours'),
  workingDays: asValue('workingDays'),
  minutes: asValue('minutes'),
  days: asValue('days'),
  words: field('指向词', 'Words', words('说到它的词，分量从 1 到 5', 'the words that point to it, weight 1 to 5')),
  term: field('词', 'Word'),
  weight: field('分量', 'Weight'),
  aboutChain: field(
    '涉及办理链条',
    'About the chain',
    words('是：反映网格、社区等自身，越过它们由上一级办理', 'about those who look after the place: they are passed over'),
  ),
  protected: choice(
    '保护队列',
    'Protected',
    ['minors', 'violence'],
    words('进入保护队列的事项', 'what goes to the protected queue'),
  ),
}
