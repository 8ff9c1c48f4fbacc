import { Link, useSearchParams } from 'wouter'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, OnDay, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import { memberKinds } from '../contract/kinds.ts'
import type { DeclaredRow } from '../contract/seen.ts'
import { valueWords } from './words.ts'

const size = 100

/** Those whom the figures count, row by row: where and when, and nothing of who they are. */
export default function DeclaredPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const pages = search.getAll('from')
  const asked = new URLSearchParams({ from: pages.at(-1) ?? '0' })
  const filter = new URLSearchParams([...search].filter(([name]) => ['kind', 'street', 'community'].includes(name)))
  for (const [name, is] of filter) asked.set(name, is)
  const kindChosen = (kind: string) => {
    const next = new URLSearchParams(filter)
    next.delete('kind')
    if (kind !== '') next.set('kind', kind)
    return `/console/declarations?${next}`
  }
  const { value, problem, reload } = useLoaded<{ rows: DeclaredRow[]; more: boolean }>(`/api/declarations?${asked}`)
  const turn = (to: readonly string[]) => {
    setSearch((current) => {
      current.delete('from')
      for (const from of to) current.append('from', from)
      return current
    })
    scrollTo(0, 0)
  }
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('亮身份的党员', 'Members who declared'))}</h1>
        <a className="button far" href={`/api/declarations.xlsx?${filter}`} download>
          {say(w('导出这些', 'Export these'))}
        </a>
      </div>
      <p className="soft">
        {say(
          w(
            '亮身份并认领过责任区的，每人一行，累计。只有在哪里、什么时候，没有是谁。',
            'Who declared and claimed an area, each once, all so far. Where and when, and nobody’s name.',
          ),
        )}
      </p>
      <nav className="tabs" aria-label={say(w('哪些党员', 'Which members'))}>
        {[{ value: '', words: w('全部', 'All') }, ...optionsOf(memberKinds)].map(({ value: kind, words }) => (
          <Link
            key={kind}
            href={kindChosen(kind)}
            {...((search.get('kind') ?? '') === kind && { 'aria-current': 'page' as const })}
          >
            {say(words)}
          </Link>
        ))}
      </nav>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value?.rows.length === 0 && (
        <Empty words={w('这里还没有党员亮身份并认领。', 'Nobody has declared and claimed here yet.')} />
      )}
      {value && value.rows.length > 0 && (
        <ul className="sheet stack tight">
          {value.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing that tells it from others, and must not
            <li key={index}>
              <Row row={row} />
            </li>
          ))}
        </ul>
      )}
      {value && <Turn pages={pages} next={value.more ? String(Number(pages.at(-1) ?? 0) + size) : undefined} turn={turn} />}
    </div>
  )
}

function Row({ row: { kind, estateName, communityName, claimedOn, standing, areas } }: { row: DeclaredRow }) {
  const say = useSay()
  return (
    <p>
      {estateName} <span className="soft">{communityName}</span> · {say(valueWords(kind))} · <OnDay day={claimedOn} /> ·{' '}
      <span className="soft">{say(standing ? w(`照看 ${areas} 处`, `areas: ${areas}`) : w('已撤回', 'withdrawn'))}</span>
    </p>
  )
}
