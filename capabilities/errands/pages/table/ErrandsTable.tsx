import { useAsked } from '#web/shared/asked.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { ScrolledTable } from '#web/shared/register/ScrolledTable.tsx'
import { useSession } from '#web/shared/session.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { ErrandPage } from '../../contract/errand.ts'
import { keepsRecords } from '../words.ts'
import { Figures } from './Figures.tsx'
import { Filters } from './Filters.tsx'
import { conditionsOf, isNarrowed } from './query.ts'
import { Row } from './Row.tsx'

/** Who helps whom only their community reads. */
const headsFor = (isCommunity: boolean) => [
  w('编号', 'Number'),
  w('事项', 'Item'),
  w('状态', 'State'),
  w('社区', 'Community'),
  ...(isCommunity ? [w('代办员', 'Helper')] : []),
  w('请求时间', 'Asked for'),
  w('期限', 'Due'),
  w('办结', 'Ended'),
]

/** Errands at a desk: filtered, searched, sorted, paged, and as a sheet to take along. */
export function ErrandsTable() {
  const say = useSay()
  const { value: session } = useSession()
  const isCommunity = keepsRecords(session?.role)
  const heads = headsFor(isCommunity)
  const { search, asked, put, pages, turn } = useAsked()
  const query = conditionsOf(asked)
  const after = pages.at(-1)
  const page = new URLSearchParams({ ...Object.fromEntries(query), ...(after !== undefined && { after }) })
  const { value, problem, reload } = useLoaded<ErrandPage>(`/api/errands?${page}`)
  const isByDue = search.get('sort') === 'due'
  useLive(reload)
  return (
    <div className="stack">
      <Figures />
      <Filters search={search} put={put} />
      <div className="line">
        <button type="button" className="button" onClick={() => put({ sort: isByDue ? '' : 'due' })}>
          {say(isByDue ? w('改按最新排', 'The newest first') : w('改按期限排', 'What is due first'))}
        </button>
        {(['xlsx', 'csv'] as const).map((kind) => (
          <a key={kind} className="button" href={`/api/errands/export.${kind}?${query}`} download>
            {say(w(`导出 ${kind.toUpperCase()}`, `Export as ${kind.toUpperCase()}`))}
          </a>
        ))}
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value?.rows.length === 0 && (
        <Empty
          words={
            isNarrowed(search)
              ? w('没有这样的代办，换个条件试试。', 'There is none of these: try other conditions.')
              : w('这里还没有代办。', 'There are no errands here yet.')
          }
        />
      )}
      {value && value.rows.length > 0 && (
        <ScrolledTable label={w('代办', 'Errands')} heads={heads}>
          {value.rows.map((errand) => (
            <Row key={errand.id} {...{ errand, isCommunity }} width={heads.length} changed={reload} />
          ))}
        </ScrolledTable>
      )}
      <Turn pages={pages} next={value?.more ? value.rows.at(-1)?.id : undefined} turn={turn} />
    </div>
  )
}
