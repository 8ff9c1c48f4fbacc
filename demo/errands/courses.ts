import { meetingPlace } from '../personas.ts'

interface Step {
  by: 'resident' | 'worker'
  name: string
  input?: object
  /** Which drawing goes along as its photo: a signature, or a paper. */
  shows?: 0 | 1
}

/** An errand as far as it has come: its steps three quarters of an hour apart, the last one so many hours ago. */
export interface Course {
  item: string
  estate: string
  note: string
  hours: number
  steps: readonly Step[]
  /** Somebody without an account, for whom a worker writes it down. */
  filed?: { name: string; phone?: string; brings: readonly number[] }
}

const worker = (name: string, input?: object): Step => ({ by: 'worker', name, ...(input && { input }) })
const resident = (name: string, input?: object): Step => ({ by: 'resident', name, ...(input && { input }) })
const given = (paper: number): Step[] => [worker('handOver', { paper, to: 'helper' }), resident('acknowledge', { paper })]
const back = (paper: number): Step[] => [
  worker('fetchBack'),
  worker('handOver', { paper, to: 'resident' }),
  resident('acknowledge', { paper }),
]
const begun = [worker('assign'), worker('begin')]
/** 不动产证换证 has an original and a copy. */
const collected = [...begun, ...given(0), ...given(1)]
const submitted = [...collected, worker('submit')]
const done = [...submitted, ...back(0), worker('conclude')]

/** In every state in which an errand can be. */
const shapes: readonly (readonly Step[])[] = [
  [],
  [...begun, worker('handOver', { paper: 0, to: 'helper' })],
  submitted,
  done,
  [...done, resident('confirm', { satisfied: true, words: '跑了两趟，谢谢' })],
  [worker('assign')],
  begun,
  collected,
  [...collected, worker('lose', { paper: 1, remedy: '重新复印一份，不用您再跑' })],
  [...submitted, worker('reject', { because: '材料不全', missing: '配偶身份证' })],
  [resident('withdraw')],
  [worker('decline', { because: '这件须本人到场按指纹，已约好车接送' })],
]

const signs = (...papers: number[]): Step => ({ ...worker('sign', { papers, as: 'signature' }), shows: 0 })
const brought = [signs(0, 1), worker('submit')]
const gives: Step = { ...worker('handOver', { paper: 0, to: 'resident' }), shows: 1 }

/** Of people without an account, as far as their errands have come. */
const filings: readonly (readonly Step[])[] = [
  [],
  brought,
  [...brought, worker('fetchBack'), gives],
  [...brought, worker('fetchBack'), gives, signs(0), worker('conclude')],
  [...brought, worker('fetchBack'), gives, signs(0), worker('conclude'), worker('close')],
  [...brought, worker('lose', { paper: 0, remedy: '已联系登记中心查找，找不到就陪您补办' }), worker('found', { paper: 0 })],
]
/** 首次办理不动产证 has a fee: what was left of a hundred yuan goes back. */
const withFee: Course = {
  ...{ item: 'property-first', estate: meetingPlace.estate, note: '带了一百元现金交登记费', hours: 2 },
  filed: { name: '吴文斌', phone: '13800010003', brings: [0, 1, 2] },
  steps: [
    worker('handOver', { paper: 3, to: 'helper', amount: 10_000 }),
    signs(0, 1, 2, 3),
    worker('submit'),
    worker('fetchBack'),
    worker('handOver', { paper: 3, to: 'resident', amount: 2000 }),
  ],
}
const callers = [{ name: '孙玉兰', phone: '13800010001' }, { name: '赵德福', phone: '13800010002' }, { name: '周秀英' }]
const notes = ['腿脚不便，想请人上门', '眼睛不好，表填不了', '孩子在外地，不会用手机办', '白天要照顾老伴，走不开']

const item = 'property-renewal'
const estate = meetingPlace.estate
const noteOf = (index: number) => notes[index % notes.length] ?? ''

/** Some forty errands: the first ones are those of the persona, where the personas meet. And some of people without an account. */
export const courses: readonly Course[] = [
  ...Array.from({ length: 42 }, (_, index) => ({
    ...{ item, estate, note: noteOf(index), hours: 1 + (index % 5) },
    steps: shapes[index % shapes.length] ?? [],
  })),
  ...filings.map((steps, index) => ({
    ...{ item, estate, note: noteOf(index), hours: 1 + (index % 5), steps },
    filed: { name: '王桂英', ...callers[index % callers.length], brings: [0, 1] },
  })),
  withFee,
]
