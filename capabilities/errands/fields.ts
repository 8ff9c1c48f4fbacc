import { choice, field } from '#kernel/register/naming.ts'
import { words } from '#kernel/words.ts'
import { kinds, paperKinds } from './contract/kinds.ts'

/** How the fields of an item are called, in its sheets and forms. */
export const fields = {
  code: field('代码', 'Code', words('小写字母、数字和连字符；定下后不能改', 'small letters, digits and hyphens; never changes')),
  name: field('名称', 'Name'),
  zh: field('中文', 'Chinese'),
  en: field('英文', 'English'),
  kind: choice('类别', 'Kind', kinds),
  papers: field('所需材料', 'Papers'),
  'papers.name': field('材料', 'Paper'),
  'papers.kind': choice('原件还是复印件', 'Kind of paper', paperKinds),
  count: field('几份', 'How many'),
  steps: field('怎么办', 'Steps'),
  department: field('办理部门', 'Department'),
  days: field('部门办理天数', 'Working days at the department', words('工作日', 'working days')),
  hours: field(
    '每办一次替居民省几小时',
    'Hours that it saves a resident',
    words('本区的估计，页面上会说明', 'an assumption of the district, shown as one'),
  ),
  letter: field('要委托书', 'Needs a letter of delegation'),
  fee: field('费用', 'Fee'),
}
