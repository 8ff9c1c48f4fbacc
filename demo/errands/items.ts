import type { ErrandItem, Needed } from '#capabilities/errands/contract/item.ts'
import type { ErrandKind } from '#capabilities/errands/contract/kinds.ts'

const original = (name: string): Needed => ({ name, kind: 'original', count: 1 })
const card = (name: string): Needed => ({ name, kind: 'card', count: 1 })
const money = (name: string): Needed => ({ name, kind: 'money', count: 1 })
const copy = (name: string, count = 1): Needed => ({ name, kind: 'copy', count })
const identity = copy('身份证复印件')

function item(
  kind: ErrandKind,
  [code, zh, en]: readonly [code: string, zh: string, en: string],
  [department, days, hours]: readonly [department: string, days: number, hours: number],
  papers: readonly Needed[],
  more: Partial<Pick<ErrandItem, 'letter' | 'fee'>> = {},
): ErrandItem {
  const steps = `代办员上门或在社区收齐材料，到${department}递交，一般 ${days} 个工作日有结果，办好后把原件当面还给您。`
  return { code, name: { zh, en }, kind, papers: [...papers], steps, department, days, hours, letter: false, ...more }
}

const property = '区不动产登记中心'
const medical = '区医疗保障服务中心'
const civil = '区民政局服务窗口'
const social = '区社会保险服务中心'
const community = '社区便民服务窗口'
const letter = { letter: true }

/** What the communities of the demo do for residents, in our own words. */
export const errandItems: readonly ErrandItem[] = [
  item(
    'propertyCertificate',
    ['property-renewal', '不动产证换证', 'renewal of a property certificate'],
    [property, 5, 4],
    [original('旧不动产证'), identity],
    letter,
  ),
  item(
    'propertyCertificate',
    ['property-first', '首次办理不动产证', 'first property certificate'],
    [property, 10, 6],
    [original('购房合同'), original('购房发票'), identity, money('登记费')],
    { ...letter, fee: '住宅登记费每件 80 元' },
  ),
  item(
    'propertyCertificate',
    ['property-lost', '不动产证遗失补办', 'replacement of a lost certificate'],
    [property, 15, 5],
    [identity, copy('户口本复印件')],
    letter,
  ),
  item(
    'propertyCertificate',
    ['property-query', '不动产登记查询', 'extract of the property register'],
    [property, 1, 3],
    [identity],
    letter,
  ),
  item('medicalInsurance', ['medical-joining', '居民医保参保', 'joining the medical insurance'], [medical, 3, 2], [identity]),
  item(
    'medicalInsurance',
    ['medical-claim', '住院费用手工报销', 'claim of hospital costs'],
    [medical, 20, 4],
    [original('住院发票'), original('出院小结'), identity],
  ),
  item(
    'medicalInsurance',
    ['medical-chronic', '门诊慢特病认定', 'recognition of a chronic illness'],
    [medical, 15, 4],
    [original('诊断证明'), identity],
  ),
  item(
    'medicalInsurance',
    ['medical-elsewhere', '异地就医备案', 'treatment elsewhere'],
    [medical, 1, 2],
    [card('医保卡'), identity],
  ),
  item(
    'subsidies',
    ['old-age-allowance', '高龄津贴申领', 'allowance for old age'],
    [civil, 10, 3],
    [identity, copy('户口本复印件')],
  ),
  item(
    'subsidies',
    ['disability-allowance', '残疾人两项补贴申领', 'allowances for disabled residents'],
    [civil, 15, 3],
    [original('残疾人证'), identity],
  ),
  item(
    'subsidies',
    ['temporary-relief', '临时救助申请', 'temporary relief'],
    [civil, 10, 3],
    [identity, copy('户口本复印件'), copy('医疗费单据复印件')],
  ),
  item('subsidies', ['heating-subsidy', '冬季取暖补贴申领', 'heating subsidy'], [civil, 10, 2], [identity]),
  item(
    'subsidies',
    ['flexible-work-subsidy', '灵活就业社保补贴申领', 'subsidy for flexible work'],
    [social, 15, 3],
    [identity, copy('缴费凭证复印件')],
  ),
  item('forms', ['pension-recognition', '养老金领取资格认证', 'yearly proof for the pension'], [social, 1, 1.5], []),
  item('forms', ['online-form', '代填网上申报表', 'filling in a form online'], [community, 1, 1], []),
  item('forms', ['social-card', '社保卡申领', 'application for a social security card'], [social, 7, 2], [identity]),
  item(
    'certificates',
    ['income-certificate', '低保边缘家庭证明', 'certificate of low income'],
    [civil, 7, 3],
    [identity, copy('户口本复印件')],
  ),
  item(
    'certificates',
    ['veteran-card', '退役军人优待证申领', 'card for veterans'],
    ['区退役军人服务中心', 20, 3],
    [original('退役证'), identity],
  ),
  item('certificates', ['senior-card', '老年优待证申领', 'card for older residents'], [community, 3, 1.5], [identity]),
  item(
    'other',
    ['gas-renaming', '燃气过户', 'gas contract in another name'],
    ['燃气公司营业厅', 2, 2],
    [original('不动产证'), identity],
  ),
  item(
    'other',
    ['water-renaming', '用水过户', 'water contract in another name'],
    ['供水公司营业厅', 2, 2],
    [original('不动产证'), identity],
  ),
]
