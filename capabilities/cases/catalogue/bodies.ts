import { type Words, words } from '#kernel/words.ts'

/** A body that leads or assists, by the code that its unit has in the district. */
interface Body {
  unitKind: 'bureau' | 'utility'
  name: Words
}
const bureau = (zh: string, en: string): Body => ({ unitKind: 'bureau', name: words(zh, en) })
const utility = (zh: string, en: string): Body => ({ unitKind: 'utility', name: words(zh, en) })

/** The bodies that the catalogue names. A district gives each of these codes to one of its units. */
export const bodies = {
  housing: bureau('区住房和城乡建设局', 'Housing and Construction Bureau'),
  urban: bureau('区综合行政执法局', 'Urban Management Bureau'),
  planning: bureau('区自然资源和规划局', 'Natural Resources and Planning Bureau'),
  police: bureau('区公安分局', 'Public Security Branch'),
  traffic: bureau('区交警大队', 'Traffic Police'),
  fire: bureau('区消防救援大队', 'Fire and Rescue'),
  emergency: bureau('区应急管理局', 'Emergency Management Bureau'),
  transport: bureau('区交通运输局', 'Transport Bureau'),
  environment: bureau('区生态环境分局', 'Ecology and Environment Branch'),
  education: bureau('区教育和体育局', 'Education and Sports Bureau'),
  culture: bureau('区文化和旅游局', 'Culture and Tourism Bureau'),
  labour: bureau('区人力资源和社会保障局', 'Human Resources and Social Security Bureau'),
  medicalInsurance: bureau('区医疗保障局', 'Medical Insurance Bureau'),
  health: bureau('区卫生健康局', 'Health Bureau'),
  market: bureau('区市场监督管理局', 'Market Supervision Bureau'),
  commerce: bureau('区商务局', 'Commerce Bureau'),
  civilAffairs: bureau('区民政局', 'Civil Affairs Bureau'),
  disabled: bureau('区残疾人联合会', "Disabled Persons' Federation"),
  women: bureau('区妇女联合会', "Women's Federation"),
  veterans: bureau('区退役军人事务局', 'Veterans Affairs Bureau'),
  justice: bureau('区司法局', 'Justice Bureau'),
  agriculture: bureau('区农业农村局', 'Agriculture and Rural Affairs Bureau'),
  water: bureau('区水利局', 'Water Resources Bureau'),
  services: bureau('区行政审批服务局', 'Administrative Services Bureau'),
  inspection: bureau('区督查考核办公室', 'Inspection Office'),
  governance: bureau('区社会工作部', 'Community Governance Office'),
  power: utility('供电公司', 'Power Company'),
  tapWater: utility('供水公司', 'Water Company'),
  gas: utility('燃气公司', 'Gas Company'),
  heat: utility('热力公司', 'Heating Company'),
  bus: utility('公交公司', 'Bus Company'),
  telecom: utility('通信运营企业', 'Telecom Operators'),
  post: utility('邮政公司', 'Postal Company'),
} satisfies Record<string, Body>
export type BodyCode = keyof typeof bodies
