import type { ErrandItem } from '#capabilities/errands/contract/item.ts'
import type { Person } from '../cast.ts'

/** The states in which errands are knocked at. */
export type ErrandState = 'requested' | 'assigned' | 'collecting' | 'submitted' | 'rejected' | 'done' | 'confirmed'

/** An item that needs no papers, so that every step is open. */
export const errandItem: ErrandItem = {
  ...{ code: 'errand-item', name: { zh: '代填网上申报表' }, kind: 'forms', papers: [], letter: false },
  ...{ steps: '带上手机，代办员陪您填好。', department: '社区便民服务窗口', days: 1, hours: 1 },
}
/** One with a paper, that changes hands. */
export const errandWithPaper: ErrandItem = {
  ...{ ...errandItem, code: 'errand-paper', name: { zh: '老年优待证申领' } },
  papers: [{ name: '身份证复印件', kind: 'copy', count: 1 }],
}
/** What a helper writes down for somebody without an account. */
export const errandFiled = { item: errandItem.code, unit: 'plum', name: '王桂英', phone: '13800009999', atHome: false }
export const errandRequest = { item: errandItem.code, unit: 'plum', note: '眼睛不好', atHome: false }
export const errandHelper = { role: 'gridWorker', unit: 'g-plum' }

interface Way {
  after: `errand ${ErrandState}`
  by: Person
  command: string
  input?: object
}

/** How an errand comes to each state: by whose command, from which. */
export const errandWays: Record<`errand ${Exclude<ErrandState, 'requested'>}`, Way> = {
  'errand assigned': { after: 'errand requested', by: 'communitySecretary', command: 'assign', input: { helper: errandHelper } },
  'errand collecting': { after: 'errand assigned', by: 'gridWorker', command: 'begin' },
  'errand submitted': { after: 'errand collecting', by: 'gridWorker', command: 'submit' },
  'errand rejected': {
    ...{ after: 'errand submitted', by: 'gridWorker', command: 'reject' },
    input: { because: '材料不全', missing: '户口本' },
  },
  'errand done': { after: 'errand submitted', by: 'gridWorker', command: 'conclude' },
  'errand confirmed': { after: 'errand done', by: 'reporter', command: 'confirm', input: { satisfied: true } },
}
