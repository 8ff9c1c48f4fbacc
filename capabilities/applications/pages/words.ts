import { facilities, hosts, kinds, services } from '#capabilities/stations/contract/kinds.ts'
import { type Words, w } from '#web/shared/language.ts'
import type { Look } from '#web/shared/Shape.tsx'
import type { SeenApplication } from '../contract/item.ts'

const all: Readonly<Record<string, Words>> = { ...kinds, ...hosts, ...facilities, ...services }
export const valueWords = (value: string): Words => all[value] ?? w(value, value)
export const stateWords: Record<SeenApplication['state'], Words> = {
  applied: w('等社区上门', 'waiting for a visit'),
  visited: w('已上门，等答复', 'visited, waiting for the answer'),
  approved: w('已同意，等登记', 'approved, to be registered'),
  published: w('已公布', 'published'),
  declined: w('没有同意', 'declined'),
  withdrawn: w('已撤回', 'withdrawn'),
}

export const stateLooks: Record<SeenApplication['state'], Look> = {
  ...{ applied: 'waiting', visited: 'inhand', approved: 'inhand', published: 'done', declined: 'stopped', withdrawn: 'stopped' },
}
