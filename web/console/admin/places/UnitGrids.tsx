import { useState } from 'react'
import type { GridRows } from '#kernel/place/admin/shown.ts'
import { gridKinds } from '#kernel/place/contract.ts'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { ScrolledTable } from '../../../shared/register/ScrolledTable.tsx'
import { Turn } from '../../../shared/Turn.tsx'
import { today } from '../person.ts'
import { Term } from '../Term.tsx'
import { type UnitCard, unitPath } from './unit.ts'

/** The grids of a level in a unit with their days of validity, also the boundaries that they had before. */
export function UnitGrids({ card, level }: { card: UnitCard; level: number }) {
  const say = useSay()
  const [pages, setPages] = useState<readonly string[]>([])
  const query = new URLSearchParams({ level: String(level) })
  const after = pages.at(-1)
  if (after !== undefined) query.set('after', after)
  const { value, problem, reload } = useLoaded<GridRows>(unitPath(card.code, `/grids?${query}`))
  return (
    <section className="stack close">
      <h3>{say(w('网格', 'Grids'))}</h3>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={3} />}
      {value?.rows.length === 0 && (
        <Empty words={w('这一级还没有网格，可以导入。', 'There are no grids of this level yet: import them.')} />
      )}
      {value && value.rows.length > 0 && <Table rows={value.rows} />}
      <Turn pages={pages} next={value?.next} turn={setPages} />
    </section>
  )
}

function Table({ rows }: { rows: GridRows['rows'] }) {
  const say = useSay()
  const kinds: Readonly<Record<string, Words>> = gridKinds
  const day = today()
  return (
    <ScrolledTable
      low
      label={w('网格表', 'The table of grids')}
      heads={[w('名称', 'Name'), w('编码', 'Code'), w('类型', 'Kind'), w('上级网格', 'Above it'), w('有效期', 'Valid')]}
    >
      {rows.map(({ code, name, kind, parent, starts, ends }) => (
        <tr key={`${code} ${starts}`}>
          <th scope="row">{name}</th>
          <td className="nowrap">{code}</td>
          <td className="nowrap">{say(kinds[kind] ?? w(kind, kind))}</td>
          <td className="nowrap">{parent}</td>
          <td className="nowrap">
            <Term starts={starts} ends={ends} />
            {ends !== undefined && ends <= day && (
              <span className="soft small block">{say(w('旧边界', 'a former boundary'))}</span>
            )}
          </td>
        </tr>
      ))}
    </ScrolledTable>
  )
}
