import type { Words } from '#kernel/words.ts'

/** What a bulletin can be about; `categories` are the reports that it may answer before they are made, `said` the words of such reports. */
export const kinds = {
  water: { zh: '停水', en: 'Water off', categories: ['utilities.water'], said: ['停水', '没水', '没有水', '水停', 'no water'] },
  power: { zh: '停电', en: 'Power off', categories: ['utilities.power'], said: ['停电', '没电', '没有电', '电停', 'no power'] },
  gas: { zh: '停气', en: 'Gas off', categories: ['utilities.gas'], said: ['停气', '没气', '没有气', '燃气停', 'no gas'] },
  heating: { zh: '停暖', en: 'Heating off', categories: ['utilities.heating'], said: ['停暖', '不热', '没暖气', 'no heating'] },
  lift: { zh: '电梯停运', en: 'Lift out of service', categories: ['property.lift'], said: ['电梯'] },
  road: {
    zh: '道路施工',
    en: 'Road works',
    categories: ['municipal.pavement', 'municipal.cityWorks'],
    said: ['挖路', '修路', '施工', 'road works'],
  },
  other: { zh: '其他通知', en: 'Other', categories: [], said: [] },
} as const satisfies Record<string, Words & { categories: readonly string[]; said: readonly string[] }>
export type Kind = keyof typeof kinds
export const isKind = (value: string): value is Kind => Object.hasOwn(kinds, value)
