import { type Words, words } from '../../words.ts'
import type { GridRow } from '../rows.ts'
import type { KnownGrid } from '../store/check.ts'

type Incoming = ReadonlyMap<string, GridRow>
type Table = ReadonlyMap<string, KnownGrid>

/** Why a grid cannot lie in its parent, of the file or of the table: a base grid of the level above, in the same community. */
export function unfitParent({ parent, kind, level, community }: GridRow, incoming: Incoming, table: Table): Words | undefined {
  if (parent === undefined) return undefined
  const above = incoming.get(parent) ?? table.get(parent)
  if (above?.kind !== 'base' || (kind === 'base' && above.level !== level - 1))
    return words(`没有代码为 ${parent} 的上一级网格`, `there is no grid ${parent} of the level above`)
  if (above.community === community) return undefined
  return words(
    `上级网格 ${parent} 属于社区 ${above.community}，不是 ${community}：请改社区(community)或上级(parent)`,
    `the grid ${parent} above it lies in the community ${above.community}, not in ${community}: correct community or parent`,
  )
}

/** Why a grid keeps its kind, level and community: others lie in it that the file does not bring along. */
export function leftBehind(
  { code, kind, level, community }: GridRow,
  incoming: Incoming,
  table: Table,
  below: ReadonlyMap<string, readonly string[]>,
): Words | undefined {
  const before = table.get(code)
  if (!before || (before.kind === kind && before.level === level && before.community === community)) return undefined
  const left = below.get(code)?.find((one) => !incoming.has(one))
  if (left === undefined) return undefined
  return words(
    `网格 ${left} 在它里面，不能改类型、级别或社区：先移走，或一并导入`,
    `the grid ${left} lies in it, so its kind, level and community stay: move that first, or bring both in one file`,
  )
}
