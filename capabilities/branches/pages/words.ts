import { type Words, w } from '#web/shared/language.ts'
import { areaKinds, kinds, memberKinds } from '../contract/kinds.ts'

const all: Readonly<Record<string, Words>> = { ...kinds, ...memberKinds, ...areaKinds }

/** What a choice of branches and their members is called. */
export const valueWords = (value: string): Words => all[value] ?? { zh: value, en: value }

/** Who looks after an area, as far as they agreed to be called. */
export const byWords = (by: string | undefined): Words => (by === undefined ? w('一位党员', 'a party member') : w(by, by))

/** Where something comes from that another system is master of. */
export const sourceWords = ({ system, asOf }: { system: string; asOf: string }): Words =>
  w(`来自“${system}”，截至 ${asOf}`, `from "${system}", as of ${asOf}`)
