import { choice, field } from '#kernel/register/naming.ts'
import { words } from '#kernel/words.ts'

export { choice, field }

/** What registers of grids call alike. */
export const shared = {
  code: field('代码', 'Code', words('小写字母、数字和连字符；定下后不能改', 'small letters, digits and hyphens; never changes')),
  grid: field('网格', 'Grid', words('网格代码', 'the code of the grid')),
  community: field('社区', 'Community'),
  street: field('街道', 'Street'),
  called: field('称呼', 'Called', words('怎么称呼，如“王警官”；不填手机号、身份证号', 'as people call them; no numbers')),
  organisation: field('所属单位', 'From', words('来自哪个单位', 'whom they come from')),
  since: field('从哪天起', 'Since'),
}
