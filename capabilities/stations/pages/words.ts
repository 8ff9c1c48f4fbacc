import type { Words } from '#web/shared/language.ts'
import { facilities, hosts, kinds, services, works } from '../contract/kinds.ts'

const all: Readonly<Record<string, Words>> = {
  ...{ ...kinds, ...hosts, ...facilities, ...services, ...works },
  // By which a list is asked, and no field of an entry.
  ...{ yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } },
}

/** What a choice in a station, or of stations, is called. */
export const stationValueWords = (value: string): Words => all[value] ?? { zh: value, en: value }
