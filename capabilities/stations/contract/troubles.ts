import type { Words } from '#kernel/words.ts'

/** What may be wrong at a station, as a resident says it: the first words of what they report. */
export const troubles = {
  closed: { zh: '登记的时间该开着，门却关着', en: 'It is closed at a time when it should be open' },
  wrongHours: { zh: '开放时间登记错了', en: 'The hours on record are wrong' },
  noWater: { zh: '没有水了', en: 'There is no water left' },
  noAed: { zh: 'AED 不见了或坏了', en: 'The AED is missing or broken' },
  broken: { zh: '别的设施坏了', en: 'Something else is broken' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<string, Words>
export type Trouble = keyof typeof troubles
