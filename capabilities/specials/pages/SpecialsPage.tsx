import { Link, useSearchParams } from 'wouter'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import type { Look } from '#web/shared/Shape.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { SeenSpecial, SpecialPage } from '../contract.ts'
import { Decide } from './Decide.tsx'

const tabs = [
  { open: true, words: w('待办', 'Open') },
  { open: false, words: w('已结', 'Ended') },
] as const
const stateWords: Record<SeenSpecial['state'], Words> = {
  proposed: w('待研判', 'to be decided'),
  taken: w('专项办理', 'taken up'),
  done: w('已完成', 'done'),
  setAside: w('不立专项', 'set aside'),
}

const looks: Record<SeenSpecial['state'], Look> = { proposed: 'waiting', taken: 'inhand', done: 'done', setAside: 'stopped' }

/** Where the same came up again and again, and what is done about it as one task. */
export default function SpecialsPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const open = search.get('ended') === null
  const pages = search.getAll('after')
  const after = pages.at(-1)
  const query = new URLSearchParams({ open: String(open), ...(after !== undefined && { after }) })
  const { value, problem, reload } = useLoaded<SpecialPage>(`/api/specials?${query}`)
  const rows = value?.rows ?? []
  const turn = (to: readonly string[]) => {
    setSearch((current) => {
      current.delete('after')
      for (const one of to) current.append('after', one)
      return current
    })
    scrollTo(0, 0)
  }
  useLive(reload)
  return (
    <div className="stack">
      <h1>{say(w('专项任务', 'Special tasks'))}</h1>
      <p className="soft">
        {say(
          w(
            '同一地点、同一类事项三十天内满三件，系统建议立为一个专项，一并解决。',
            'Three of one kind at one place in thirty days: one task is proposed, in place of many closings.',
          ),
        )}
      </p>
      <nav className="tabs" aria-label={say(w('专项分类', 'Parts of the list'))}>
        {tabs.map((tab) => (
          <Link
            key={tab.words.en}
            href={tab.open ? '/console/specials' : '/console/specials?ended'}
            {...(tab.open === open && { 'aria-current': 'page' as const })}
          >
            {say(tab.words)}
          </Link>
        ))}
      </nav>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value && rows.length === 0 && (
        <Empty
          words={
            open
              ? w(
                  '没有待办的专项。同类事项多起来时，会在这里提出建议。',
                  'Nothing is open. Where the same comes up again, it is proposed here.',
                )
              : w('还没有办结的专项。', 'None has ended yet.')
          }
        />
      )}
      <ul className="stack close">
        {rows.map((special) => (
          <li key={special.id}>
            <article className={search.get('open') === special.id ? 'card current' : 'card'}>
              <div className="line">
                <LookChip look={looks[special.state]} words={stateWords[special.state]} />
                <span className="soft small">
                  <When at={special.proposedAt} />
                </span>
              </div>
              <h2>
                {special.place} · {say(special.categoryName)}
              </h2>
              <What special={special} />
              {open && <Decide special={special} changed={reload} />}
            </article>
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.more ? rows.at(-1)?.id : undefined} turn={turn} />
    </div>
  )
}

function What({ special }: { special: SeenSpecial }) {
  const say = useSay()
  const { by, cases, plan, until, did, because } = special
  const count = cases.length
  const said: [Words, string | undefined][] = [
    [w('办法', 'Plan'), plan],
    [w('完成日期', 'By'), until],
    [w('做了什么', 'What was done'), did],
    [w('理由', 'Reason'), because],
  ]
  return (
    <div className="stack tight">
      <p>
        {say(
          by === 'place'
            ? w(`同类事项 ${count} 件：`, `${count} cases of this kind: `)
            : w(`同一位居民报的同类事项 ${count} 件：`, `${count} cases of this kind from one resident: `),
        )}
        {cases.map(({ id, number }, index) => (
          <span key={id}>
            {index > 0 && say(w('、', ', '))}
            <Link className="whole-word" href={`/case/${id}`}>
              {number}
            </Link>
          </span>
        ))}
      </p>
      {said.map(
        ([words, text]) =>
          text !== undefined && (
            <p key={words.en}>
              {say(words)}
              {say(w('：', ': '))}
              {text}
            </p>
          ),
      )}
    </div>
  )
}
