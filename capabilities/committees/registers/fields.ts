import { roles } from '#kernel/people/roles.ts'
import { choice, field } from '#kernel/register/naming.ts'
import type { Fields } from '#kernel/register/sheet/column.ts'
import { words } from '#kernel/words.ts'
import { offices, sorts } from '../contract/kinds.ts'

const code = field(
  '代码',
  'Code',
  words('小写字母、数字和连字符；定下后不能改', 'small letters, digits and hyphens; never changes'),
)

/** How the fields of a kind of special committee are called. */
export const kindFields: Fields = {
  code,
  name: field('名称', 'Name'),
  zh: field('中文', 'Chinese'),
  en: field('英文', 'English'),
  about: field('管什么', 'What it looks after'),
}

/** How the fields of a committee are called. */
export const committeeFields: Fields = {
  code,
  name: field('名称', 'Name'),
  sort: choice('类型', 'Sort', sorts),
  unit: field('街道、发展中心', 'Street or centre', words('单位代码', 'the code of the unit')),
  parent: field(
    '上级治理委员会',
    'Under',
    words('只用于专项委员会：治理委员会的代码', 'of special ones: the code of the governance committee'),
  ),
  kind: field('专项类别', 'Kind', words('只用于专项委员会：类别的代码', 'of special ones: the code of the kind')),
  setUpOn: field('成立日期', 'Set up on'),
  seats: field('席位数', 'Seats', words('法定人数按席位算，空缺的也算', 'the quorum is counted on seats, vacant ones too')),
  quorum: field(
    '法定人数（百分之几）',
    'Quorum, of a hundred',
    words('不填就是过半；填 67 就是三分之二以上席位到会', 'none: more than half; 67: two thirds of the seats are there'),
  ),
  members: field('委员', 'Members', words('不填手机号；任期结束的也留着', 'no telephone numbers; those whose term is over stay')),
  organisation: field('所在单位', 'Organisation'),
  'members.name': field('姓名', 'Name'),
  'members.unit': field('单位代码', 'Code of their unit'),
  office: choice('职务', 'Office', offices),
  post: field(
    '在本平台的岗位',
    'Post in the product',
    words('有岗位的，通知发到岗位；主任、秘书凭岗位签字', 'notices go to it; chair and secretary sign at it'),
  ),
  role: field('岗位', 'Role'),
  'members.post.role': choice('平台岗位', 'Post in the product', roles),
  'members.post.unit': field('岗位所在单位', 'Unit of the post'),
  from: field('任期从', 'Term from'),
  until: field('任期到（含）', 'Term until, that day too'),
  street: field('街道', 'Street'),
}
