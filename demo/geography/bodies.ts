import { bodies } from '#capabilities/cases/catalogue/bodies.ts'

type Named = readonly [code: string, name: string]
const named = (kind: 'bureau' | 'utility'): Named[] =>
  Object.entries(bodies).flatMap(([code, { unitKind, name }]) => (unitKind === kind ? [[code, name.zh] as const] : []))

/** The bureaus of a district: those that categories name, by the codes that they name them by, and two more. */
export const bureaus: readonly Named[] = [...named('bureau'), ['commandCentre', '区社会治理指挥中心'], ['petitions', '区信访局']]

/** The stations that bureaus keep in every street: the last part of their code, what they are called, whose they are. */
export const stations = [
  ['police', '派出所', 'police'],
  ['enforcement', '综合行政执法中队', 'urban'],
  ['justice', '司法所', 'justice'],
  ['market', '市场监管所', 'market'],
  ['health', '社区卫生服务中心', 'health'],
] as const

/** What serves every house: those that categories name, and two more. */
export const utilities: readonly Named[] = [...named('utility'), ['drainage', '区排水公司'], ['sanitation', '区环卫公司']]

/** Invented names of property companies: two of these and 物业. */
export const companyWords = [
  ['安', '瑞', '恒', '嘉', '盛', '润', '和', '佳'],
  ['邻', '居', '泰', '源', '景', '业'],
] as const
