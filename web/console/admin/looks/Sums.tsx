import { Link, useSearchParams } from 'wouter'
import type { LookSums } from '#kernel/people/shown.ts'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { fieldName } from '../../../shared/looks.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { ScrolledTable } from '../../../shared/register/ScrolledTable.tsx'
import { roleWords } from '../../../shared/roles.ts'
import { Turn } from '../../../shared/Turn.tsx'
import { changed } from './query.ts'

type Row = LookSums['rows'][number]

/** Looks added up; each sum leads to its looks. */
export function Sums({ of, query }: { of: 'person' | 'unit' | 'day'; query: URLSearchParams }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const page = Number(search.get('page') ?? 0)
  const { value, problem, reload } = useLoaded<LookSums>(`/api/looks/audit/sums?${query}&of=${of}&page=${page}`)
  // Sums have pages by number: those turned are one, two, and so on.
  const turn = (to: readonly string[]) => setSearch(changed(search, { page: to.at(-1) }))
  const pages = Array.from({ length: page }, (_, index) => String(index + 1))
  const eachOf = ({ key, name, unit, unitName }: Row) =>
    changed(search, {
      of: 'each',
      ...(of === 'person' && { by: key, byName: name, unit, unitName }),
      ...(of === 'unit' && { unit, unitName }),
      ...(of === 'day' && { from: key, until: key }),
    })
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.rows.length === 0 && <Empty words={w('这些天没有人看过。', 'Nobody looked in these days.')} />}
      {value && value.rows.length > 0 && (
        <ScrolledTable
          label={w('合计表', 'The table of sums')}
          heads={[
            { person: w('谁', 'Who'), unit: w('单位', 'Unit'), day: w('哪天', 'Day') }[of],
            { ...w('次数', 'Looks'), number: true },
            { ...w('几件', 'Cases'), number: true },
            { ...w('几个人的', 'People'), number: true },
            w('看了什么（次）', 'What kind (times)'),
          ]}
        >
          {value.rows.map((row) => (
            <tr key={`${row.key} ${row.role} ${row.unit}`}>
              <td>
                <Link href={`/console/looks?${eachOf(row)}`}>{nameOf(row) || say(w('没有单位', 'no unit'))}</Link>
                {row.role !== undefined && (
                  <span className="soft">
                    {' '}
                    {row.unitName ?? row.unit} {say(roleWords(row.role))}
                  </span>
                )}
              </td>
              <td className="number">{row.looks}</td>
              <td className="number">{row.cases}</td>
              <td className="number">{row.people}</td>
              <td>
                {Object.entries(row.fields)
                  .filter(([, count]) => count > 0)
                  .map(([field, count]) => `${say(fieldName(field))} ${count}`)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </ScrolledTable>
      )}
      <Turn pages={pages} next={value?.more ? String(page + 1) : undefined} turn={turn} />
    </>
  )
}

const nameOf = ({ key, name, unitName }: Row): string => name ?? unitName ?? key
