import { useSearchParams } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { BranchAreas } from '../contract/seen.ts'
import { AreaList } from './AreaList.tsx'
import { valueWords } from './words.ts'

const size = 10

/** Branch by branch: how many declared there, and what is looked after. Of who it is no more than they agreed to. */
export default function AreasPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const pages = search.getAll('from')
  const { value, problem, reload } = useLoaded<{ rows: BranchAreas[]; count: number; more: boolean }>(
    `/api/branches/areas?${new URLSearchParams({ from: pages.at(-1) ?? '0' })}`,
  )
  const turn = (to: readonly string[]) => {
    setSearch(to.map((from) => ['from', from]))
    scrollTo(0, 0)
  }
  return (
    <div className="stack">
      <h1>{say(w('党员责任区', 'Areas that members look after'))}</h1>
      <p className="soft">
        {say(
          w(
            '党员自己认领，愿意让人知道的显示称呼，其余是“一位党员”。这里没有姓名和电话。',
            'Claimed by members themselves: by the name that they agreed to, else “a party member”. No names or numbers stand here.',
          ),
        )}
      </p>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value?.rows.length === 0 && <Empty words={w('这里还没有登记小区党支部。', 'There is no branch here yet.')} />}
      {value?.rows.map((branch) => (
        <Branch key={branch.code} branch={branch} />
      ))}
      {value && <Turn pages={pages} next={value.more ? String(Number(pages.at(-1) ?? 0) + size) : undefined} turn={turn} />}
    </div>
  )
}

function Branch({ branch: { name, kind, secretary, estates, members, declared, areas } }: { branch: BranchAreas }) {
  const say = useSay()
  const covers = estates.map((estate) => estate.name).join(say(w('、', ', ')))
  return (
    <section className="stack close">
      <h2>{name}</h2>
      <p className="soft">
        {say(valueWords(kind))} · {covers} · {say(w(`书记 ${secretary}`, `secretary ${secretary}`))}
        {members > 0 && say(w(` · 党员 ${members} 名`, ` · members: ${members}`))}
      </p>
      <details>
        <summary>
          {say(
            w(
              `${declared} 位党员亮了身份，${areas.length} 处有人照看`,
              `members who declared: ${declared}; areas looked after: ${areas.length}`,
            ),
          )}
        </summary>
        {areas.length === 0 ? (
          <p className="soft">{say(w('还没有认领责任区。', 'No area has been claimed yet.'))}</p>
        ) : (
          <AreaList areas={areas} />
        )}
      </details>
    </section>
  )
}
