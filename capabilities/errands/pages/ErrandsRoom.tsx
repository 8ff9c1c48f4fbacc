import { useSearchParams } from 'wouter'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { ErrandList } from './ErrandList.tsx'
import { kindOptions } from './words.ts'

const parts = [
  { value: 'open', words: w('在办', 'Under way') },
  { value: 'done', words: w('办成的', 'Done') },
  { value: 'all', words: w('全部', 'All') },
]
const asked: Record<string, Record<string, string>> = { open: { open: 'true' }, done: { done: 'true' }, all: {} }

/** Errands at a desk, and on a helper's phone: what waits, and what was done. */
export default function ErrandsRoom() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const part = search.get('part') ?? 'open'
  const kind = search.get('kind') ?? ''
  const put = (name: string, value: string) =>
    setSearch((current) => {
      if (value === '') current.delete(name)
      else current.set(name, value)
      return current
    })
  const filter = { ...asked[part], ...(kind !== '' && { kind }) }
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
      <div className="filters">
        <Select label={w('哪些', 'Which')} options={parts} value={part} choose={(value) => put('part', value)} />
        <Select label={w('类别', 'Kind')} options={kindOptions} value={kind} choose={(value) => put('kind', value)} all />
      </div>
      <ErrandList key={`${part} ${kind}`} filter={filter} none={w('没有这样的代办。', 'There is none of these.')} />
    </div>
  )
}
