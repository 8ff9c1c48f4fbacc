import { choice, field } from '#kernel/register/naming.ts'
import type { Fields } from '#kernel/register/sheet/column.ts'
import { words } from '#kernel/words.ts'
import { facilities, hosts, kinds, services, works } from './contract/kinds.ts'
import { weekdays } from './contract/week.ts'

/** How the fields of a station are called, in its sheets and forms. */
export const stationFields: Fields = {
  code: field('代码', 'Code', words('小写字母、数字和连字符；定下后不能改', 'small letters, digits and hyphens; never changes')),
  kind: choice('类型', 'Kind', kinds),
  name: field('名称', 'Name'),
  community: field('所属社区', 'Community', words('社区的单位代码', 'the code of the community')),
  address: field('地址', 'Address'),
  longitude: field('经度', 'Longitude', words('WGS 84，度', 'WGS 84, in degrees')),
  latitude: field('纬度', 'Latitude', words('WGS 84，度', 'WGS 84, in degrees')),
  host: field('依托场所', 'Host'),
  'host.kind': choice('依托哪类场所', 'Kind of host', hosts),
  'host.name': field('场所名称', 'Host'),
  keeper: field(
    '由谁看管',
    'Keeper',
    words('看管单位的代码；居民的意见转给它', 'the code of the unit that keeps it: what residents say goes to it'),
  ),
  phone: field('电话', 'Telephone', words('场所的电话，不要填个人手机号', 'of the house, never a person’s own')),
  services: choice('服务内容', 'Services', services),
  facilities: choice('设施', 'Facilities', facilities),
  hours: field('', ''),
  weekly: field('每周开放时间', 'Weekly hours', words('一天可以有几段，各写一行', 'a day may have several, each on a line')),
  exceptions: field('例外日期', 'Exceptions', words('当天开放时间空着是关门', 'days without hours are closed')),
  'hours.weekly.days': choice('星期', 'Days', weekdays),
  days: field('星期', 'Days'),
  opens: field('开门', 'Opens'),
  closes: field('关门', 'Closes'),
  from: field('从哪天', 'From'),
  until: field('到哪天（含）', 'Until, that day too'),
  slots: field('当天开放时间', 'Hours of those days', words('空着表示关门', 'none: closed')),
  because: field('原因', 'Because'),
  about: field('说明', 'About'),
  street: field('街道', 'Street'),
  opened_year: field('启用年份', 'Opened in'),
  has_works: field('有改扩建', 'Has building works'),
  openedOn: field('启用日期', 'Opened on'),
  works: field('改扩建', 'Building works', words('只用于党群服务中心', 'of service centres only')),
  'works.kind': choice('改建还是扩建', 'Rebuilt or enlarged', works),
  on: field('完工日期', 'Done on'),
  what: field('做了什么', 'What'),
  verifiedOn: field(
    '最近核实',
    'Last verified',
    words('最近一次到现场核对的日期', 'when somebody last looked whether all this holds'),
  ),
}
