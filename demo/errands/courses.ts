import { meetingPlace } from '../personas.ts'

interface Step {
  by: 'resident' | 'worker'
  name: string
  input?: object
}

/** An errand as far as it has come: its steps three quarters of an hour apart, the last one so many hours ago. */
export interface Course {
  item: string
  estate: string
  note: string
  hours: number
  steps: readonly Step[]
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
const notes = ['腿脚不便，想请人上门', '眼睛不好，表填不了', '孩子在外地，不会用手机办', '白天要照顾老伴，走不开']

/** Some forty errands: the first ones are those of the persona, where the personas meet. */
export const courses: readonly Course[] = Array.from({ length: 42 }, (_, index) => ({
  ...{ item: 'property-renewal', estate: meetingPlace.estate },
  note: notes[index % notes.length] ?? '',
  hours: 1 + (index % 5),
  steps: shapes[index % shapes.length] ?? [],
}))
