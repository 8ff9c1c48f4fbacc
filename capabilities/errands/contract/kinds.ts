import { keysOf, type Words, words } from '#kernel/words.ts'

/** The kinds of errands (代办事项的类别), as residents look for them. */
export const kinds = {
  propertyCertificate: words('不动产证', 'property certificate'),
  medicalInsurance: words('医保', 'medical insurance'),
  subsidies: words('补贴', 'subsidies'),
  forms: words('填表', 'forms'),
  certificates: words('证明', 'certificates'),
  other: words('其他', 'other'),
} as const satisfies Record<string, Words>
export type ErrandKind = keyof typeof kinds
export const kindCodes = keysOf(kinds)

/** What papers are: an original and a card come back, of money what is left, a copy is destroyed. */
export const paperKinds = {
  original: words('原件', 'original'),
  copy: words('复印件', 'copy'),
  card: words('卡证', 'card'),
  money: words('现金', 'money'),
} as const satisfies Record<string, Words>

/** The states of an errand. Of `recorded` only what and when is known: it was done before this product was there. */
export const states = {
  requested: words('等社区安排', 'waiting for a helper'),
  assigned: words('已安排代办员', 'a helper is named'),
  collecting: words('收材料', 'collecting papers'),
  submitted: words('已交部门', 'with the department'),
  rejected: words('部门没有办', 'the department refused'),
  done: words('已办好，待居民确认', 'done, to be confirmed'),
  confirmed: words('已确认', 'confirmed'),
  withdrawn: words('已撤回', 'withdrawn'),
  declined: words('社区没有接', 'declined'),
  recorded: words('补录', 'recorded afterwards'),
} as const satisfies Record<string, Words>
export type ErrandState = keyof typeof states
export const openStates = ['requested', 'assigned', 'collecting', 'submitted', 'rejected', 'done'] as const

/** Where a paper is, and what has become of it. */
export const paperStates = {
  wanted: words('还没交', 'not handed over yet'),
  handedOver: words('在代办员手里', 'with the helper'),
  withDepartment: words('在部门', 'with the department'),
  returned: words('已还给居民', 'back with the resident'),
  lost: words('丢失', 'lost'),
  kept: words('由社区收存', 'kept by the community'),
  destroyed: words('复印件已销毁', 'the copy is destroyed'),
} as const satisfies Record<string, Words>

/** How a paper moves by the community alone. */
export const passings = {
  takenOver: words('代办员岗位上没有人了，由社区接手', 'nobody was at the helper’s post: the community took it over'),
  kept: words('居民已删除资料，由社区收存', 'the resident had their data erased: the community keeps it'),
} as const satisfies Record<string, Words>

/** How somebody without an account confirms a handover. */
export const signings = {
  signature: words('在屏幕上签字', 'signed on the screen'),
  slip: words('签字的纸条', 'a signed slip of paper'),
} as const satisfies Record<string, Words>
export type Signing = keyof typeof signings

/** When a resident would like to be visited or called. */
export const halves = { morning: words('上午', 'morning'), afternoon: words('下午', 'afternoon') } as const
