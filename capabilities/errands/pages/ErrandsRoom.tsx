import { Link, useSearchParams } from 'wouter'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useSession } from '#web/shared/session.tsx'
import { ErrandList } from './ErrandList.tsx'
import { Filing } from './Filing.tsx'
import { files, kindOptions } from './words.ts'

const parts = [
  { value: 'open', words: w('在办', 'Under way') },
  { value: 'done', words: w('办成的', 'Done') },
  { value: 'all', words: w('全部', 'All') },
]
interface Shown {
  code?: string
  /** Where it lies: at a desk, or on a phone. */
  home?: string
}

/** Errands at a desk, and on a helper's phone: what waits and what was done, or one that is being written down. */
export default function ErrandsRoom({ code, home = '/console/errands' }: Shown) {
  return code === 'new' ? <Filing list={home} /> : <List home={home} />
}

function List({ home }: { home: string }) {
  const say = useSay()
  const { value: session } = useSession()
  const [search, setSearch] = useSearchParams()
  const part = search.get('done') !== null ? 'done' : search.get('all') !== null ? 'all' : 'open'
  const kind = search.get('kind') ?? ''
  /** The address says what the interface is asked, so that a figure leads here; with nothing said, what is under way. */
  const show = (next: string) =>
    setSearch((current) => {
      current.delete('done')
      current.delete('all')
      if (next !== 'open') current.set(next, 'true')
      return current
    })
  const only = (next: string) =>
    setSearch((current) => {
      if (next === '') current.delete('kind')
      else current.set('kind', next)
      return current
    })
  const filter: Record<string, string> = {
    ...(part === 'open' && { open: 'true' }),
    ...(part === 'done' && { done: 'true' }),
    ...Object.fromEntries([...search].filter(([name]) => name === 'kind' || name === 'community' || name === 'street')),
  }
  return (
    <div className="stack">
      <h1>{say(w('帮办代办', 'Errands'))}</h1>
      <p className="soft">
        {say(
          w(
            '居民的情况只有本人、代办员和社区看得到；打开看过会记下来。',
            'What is about residents only they, their helper and the community see; that somebody opened it is written down.',
          ),
        )}
      </p>
      {files(session?.role) && (
        <p>
          <Link className="button main" href={`${home}/new`}>
            {say(w('替人登记', 'Write one down'))}
          </Link>
        </p>
      )}
      <div className="filters">
        <Select label={w('哪些', 'Which')} options={parts} value={part} choose={show} />
        <Select label={w('类别', 'Kind')} options={kindOptions} value={kind} choose={only} all />
      </div>
      <ErrandList key={JSON.stringify(filter)} filter={filter} none={w('没有这样的代办。', 'There is none of these.')} />
    </div>
  )
}
