import { choice, field } from '#kernel/register/naming.ts'
import type { Fields } from '#kernel/register/sheet/columns.ts'
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
  committee: field(
    '支部委员',
    'Committee',
    words('如 [{"office":"组织委员","name":"…"}]，不填电话', 'as [{"office":"…","name":"…"}], no numbers'),
  ),
  groups: field(
    '楼栋党小组',
    'Party groups',
    words('如 [{"name":"…","buildings":["plum-3"],"leader":"…"}]', 'as [{"name":"…","buildings":["plum-3"],"leader":"…"}]'),
  ),
  households: field(
    '党员中心户',
    'Member households',
    words('只记楼栋和称呼：[{"building":"plum-3","called":"…"}]', 'building and name only: [{"building":"…","called":"…"}]'),
  ),
  foundedOn: field('成立日期', 'Founded on'),
  source: field(
    '来源',
    'Source',
    words(
      '从哪个系统来：{"system":"…","id":"…","asOf":"2026-03-01"}；有来源的只能用表格更新',
      'as {"system":"…","id":"…","asOf":"2026-03-01"}; what has one is changed by sheets only',
    ),
  ),
  office: field('职务', 'Office'),
  buildings: field('楼栋', 'Buildings'),
  building: field('楼栋', 'Building'),
  leader: field('组长', 'Leader'),
  called: field('称呼', 'Called'),
  system: field('系统', 'System'),
  id: field('在该系统的编号', 'Its number there'),
  asOf: field('截至', 'As of'),
  street: field('街道', 'Street'),
}
