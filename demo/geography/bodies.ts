/** The bureaus of a district, by codes that categories and posts may rely on. */
export const bureaus = [
  ['commandCentre', '区社会治理指挥中心'],
  ['governmentServices', '区政务服务中心'],
  ['urbanManagement', '区城市管理局'],
  ['housing', '区住房和城乡建设局'],
  ['publicSecurity', '公安分局'],
  ['trafficPolice', '公安分局交警大队'],
  ['fireRescue', '区消防救援大队'],
  ['marketRegulation', '区市场监督管理局'],
  ['civilAffairs', '区民政局'],
  ['humanResources', '区人力资源和社会保障局'],
  ['health', '区卫生健康局'],
  ['medicalInsurance', '区医疗保障局'],
  ['education', '区教育和体育局'],
  ['environment', '生态环境分局'],
  ['transport', '区交通运输局'],
  ['emergency', '区应急管理局'],
  ['petitions', '区信访局'],
  ['naturalResources', '自然资源和规划分局'],
  ['water', '区水利局'],
  ['agriculture', '区农业农村局'],
  ['justice', '区司法局'],
  ['veterans', '区退役军人事务局'],
  ['culture', '区文化和旅游局'],
  ['commerce', '区商务局'],
  ['disabledPersons', '区残疾人联合会'],
  ['womenChildren', '区妇女联合会'],
] as const

/** The stations that bureaus keep in every street: the last part of their code, what they are called. */
export const stations = [
  ['police', '派出所'],
  ['enforcement', '综合行政执法中队'],
  ['justice', '司法所'],
  ['market', '市场监管所'],
  ['health', '社区卫生服务中心'],
] as const

/** What serves every house. */
export const utilities = [
  ['waterSupply', '区自来水公司'],
  ['drainage', '区排水公司'],
  ['power', '区供电中心'],
  ['gas', '区燃气公司'],
  ['heating', '区热力公司'],
  ['telecom', '通信运营联合服务站'],
  ['bus', '区公共交通公司'],
  ['sanitation', '区环卫公司'],
] as const

/** Invented names of property companies: two of these and 物业. */
export const companyWords = [
  ['安', '瑞', '恒', '嘉', '盛', '润', '和', '佳'],
  ['邻', '居', '泰', '源', '景', '业'],
] as const
