import { useSearchParams } from 'wouter'
import type { EachLook as Looks } from '#kernel/people/shown.ts'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { fieldName, reasonWords } from '../../../shared/looks.ts'
import { At, Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { ScrolledTable } from '../../../shared/register/ScrolledTable.tsx'
import { roleWords } from '../../../shared/roles.ts'
import { Turn } from '../../../shared/Turn.tsx'

/** Each look by itself, the latest first. */
export function EachLook({ query }: { query: URLSearchParams }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const pages = search.getAll('after')
  const after = pages.at(-1)
  const { value, problem, reload } = useLoaded<Looks>(`/api/looks/audit?${query}${after === undefined ? '' : `&after=${after}`}`)
  const turn = (to: readonly string[]) =>
    setSearch((current) => {
      current.delete('after')
      for (const one of to) current.append('after', one)
      return current
    })
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.rows.length === 0 && <Empty words={w('这些天没有人看过。', 'Nobody looked in these days.')} />}
      {value && value.rows.length > 0 && (
        <ScrolledTable
          label={w('查看表', 'The table of looks')}
          heads={[w('时间', 'When'), w('谁', 'Who'), w('看了什么', 'What kind'), w('原因', 'Why')]}
        >
          {value.rows.map(({ id, at, name, role, unit, unitName, fields, reason }) => (
            <tr key={id}>
              <td className="nowrap">
                <At at={at} />
              </td>
              <td>
                {name}{' '}
                <span className="soft">
                  {unitName ?? unit} {say(roleWords(role))}
                </span>
              </td>
              <td>{fields.map((field) => say(fieldName(field))).join(say(w('、', ', ')))}</td>
              <td>{say(reasonWords(reason))}</td>
            </tr>
          ))}
        </ScrolledTable>
      )}
      <Turn pages={pages} next={value?.next} turn={turn} />
    </>
  )
}
