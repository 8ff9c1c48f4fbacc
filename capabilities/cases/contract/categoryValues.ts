import { type Words, words } from '#kernel/words.ts'
import type { Kind, Urgency } from './terms.ts'

export const kindWords: Readonly<Record<Kind, Words>> = {
  consultation: words('咨询', 'question'),
  help: words('求助', 'help'),
  complaint: words('投诉', 'complaint'),
  tipOff: words('举报', 'tip-off'),
  suggestion: words('建议', 'suggestion'),
  praise: words('表扬', 'praise'),
}
export const urgencyWords: Readonly<Record<Urgency, Words>> = {
  ordinary: words('一般', 'ordinary'),
  urgent: words('紧急', 'urgent'),
}

/** What the choices in a category are called, and in what its limits are counted: in its form, in its sheets, and where changes are told. */
export const categoryValues = {
  ...kindWords,
  ...urgencyWords,
  grid: words('网格', 'grid'),
  community: words('社区', 'community'),
  street: words('街道', 'street'),
  district: words('区', 'district'),
  basic: words('基本履职', 'basic duty'),
  assist: words('配合履职', 'assists only'),
  takenBack: words('上级收回', 'taken back'),
  bureau: words('区直部门', 'bureau'),
  station: words('派驻站所', 'its station there'),
  utility: words('专营单位', 'utility'),
  propertyCompany: words('小区的物业企业', 'the estate’s property company'),
  minors: words('涉未成年人', 'minors'),
  violence: words('涉家庭暴力', 'violence at home'),
  workingHours: words('个工作小时', 'working hours'),
  workingDays: words('个工作日', 'working days'),
  minutes: words('分钟', 'minutes'),
  days: words('天', 'days'),
} satisfies Record<string, Words>
