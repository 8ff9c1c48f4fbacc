import type { Connection } from '../../database/open.ts'
import { type Words, words } from '../../words.ts'
import { type AliasKind, aliasKinds } from '../kinds.ts'
import type { AliasRow } from '../rows.ts'
import { takenNames } from '../store/check.ts'
import type { Complaints } from './report.ts'

/** Another name of a place, as its feature gives it: an official code, an address, the number on a door plate, a printed QR. */
export interface GivenAlias {
  alias: string
  kind: AliasKind
}

/** A feature's other names: `aliases: [{ "alias": "3707030010101", "kind": "grid" }]`. None if it has none. */
export function aliasesIn(aliases: unknown): GivenAlias[] | { problem: Words } {
  if (aliases === undefined || aliases === null) return []
  if (!Array.isArray(aliases) || aliases.length > 20) return wrongly
  const read = aliases.map((given: unknown): GivenAlias | undefined => {
    if (typeof given !== 'object' || given === null || !('alias' in given) || !('kind' in given)) return undefined
    const { alias, kind } = given
    if (typeof alias !== 'string' || alias.trim() === '' || alias.length > 200 || /\p{Cc}/u.test(alias) || !isKind(kind))
      return undefined
    return { alias: alias.trim(), kind }
  })
  const all = read.filter((one) => one !== undefined)
  return all.length === read.length ? all : wrongly
}

const isKind = (kind: unknown): kind is AliasKind => typeof kind === 'string' && Object.hasOwn(aliasKinds, kind)
const kinds = Object.keys(aliasKinds)

const wrongly = {
  problem: words(
    `别名(aliases)应为最多 20 项的列表，每项有 alias（不超过 200 字）和 kind（${kinds.join('、')}）`,
    `aliases must be a list of at most 20, each with an alias (up to 200 characters) and a kind (${kinds.join(', ')})`,
  ),
}

interface Named {
  index: number
  code: string
  aliases: readonly GivenAlias[]
}

/** Refuses every feature whose other names are those of another place, in the file or in the table. */
export async function refuseTakenAliases(connection: Connection, district: string, named: readonly Named[], wrong: Complaints) {
  const first = new Map<string, Named>()
  for (const one of named)
    for (const { alias } of one.aliases) {
      const other = first.get(alias)
      if (other && other.code !== one.code) wrong.add(one.index, one.code, taken(alias, other.code))
      else first.set(alias, one)
    }
  for (const { name, target } of await takenNames(connection, district, [...first.keys()])) {
    const one = first.get(name)
    if (one && one.code !== target) wrong.add(one.index, one.code, taken(name, target))
  }
}

const taken = (alias: string, code: string): Words =>
  words(`别名 ${alias} 已是 ${code} 的代码或别名`, `the alias ${alias} is a code or an alias of ${code} already`)

/** The rows to write for features that are taken. */
export const aliasRows = (targetKind: 'unit' | 'grid', named: readonly Named[]): AliasRow[] =>
  named.flatMap(({ code, aliases }) => aliases.map((alias) => ({ ...alias, targetKind, target: code })))
