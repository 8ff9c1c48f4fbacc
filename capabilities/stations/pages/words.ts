import type { Words } from '#web/shared/language.ts'
import { facilities, hosts, kinds, services, works } from '../contract/kinds.ts'

const all: Readonly<Record<string, Words>> = { ...kinds, ...hosts, ...facilities, ...services, ...works }

/** What a choice in a station is called. */
export const stationValueWords = (value: string): Words => all[value] ?? { zh: value, en: value }
