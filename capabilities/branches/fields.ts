import { choice, field } from '#kernel/register/naming.ts'
import type { Fields } from '#kernel/register/sheet/column.ts'
import { words } from '#kernel/words.ts'
import { kinds } from './contract/kinds.ts'

/** How the fields of a branch are called, in its sheets and forms. */
export const branchFields: Fields = {
  code: field('代码', 'Code', words('小写字母、数字和连字符；定下后不能改', 'small letters, digits and hyphens; never changes')),
  name: field('名称', 'Name'),
  kind: choice('建法', 'Kind', kinds),
  community: field('所属社区', 'Community', words('社区的单位代码', 'the code of the community')),
  estates: field(
    '覆盖的小区',
    'Estates',
    words('小区的单位代码；单建只填一个', 'the codes of the estates; one only, if it stands on its own'),
  ),
  organisations: field('联建单位', 'Set up by', words('联建的才填，两个以上', 'of joint branches only, two or more')),
  secretary: field('书记', 'Secretary', words('只写姓名，不填电话', 'the name only, no number')),
  committee: field('支部委员', 'Committee', words('不填电话', 'no telephone numbers')),
  groups: field(
    '楼栋党小组',
    'Party groups',
    words('楼栋填代码，如 plum-3、plum-4', 'buildings by their codes, as plum-3、plum-4'),
  ),
  households: field(
    '党员中心户',
    'Member households',
    words('只记楼栋和称呼，楼栋填代码', 'building, by its code, and name only'),
  ),
  foundedOn: field('成立日期', 'Founded on'),
  source: field(
    '来源',
    'Source',
    words('从哪个系统来；有来源的只能用表格更新', 'the system that it comes from; what has one is changed by sheets only'),
  ),
  'committee.name': field('姓名', 'Name'),
  office: field('职务', 'Office'),
  buildings: field('楼栋', 'Buildings'),
  building: field('楼栋', 'Building'),
  'groups.name': field('党小组', 'Group'),
  leader: field('组长', 'Leader'),
  called: field('称呼', 'Called'),
  system: field('系统', 'System'),
  id: field('在该系统的编号', 'Its number there'),
  asOf: field('截至', 'As of'),
  street: field('街道', 'Street'),
}
