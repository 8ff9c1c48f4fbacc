import { useState } from 'react'
import { useRoute } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { ErrandList } from './ErrandList.tsx'
import { Head } from './Head.tsx'
import { kindOptions } from './words.ts'

const Filing = lazyPage(async () => ({ default: (await import('./Filing.tsx')).Filing }))

const home = '/work/errands'
const parts = [
  { value: 'open', words: w('在办', 'Under way') },
  { value: 'done', words: w('办成的', 'Done') },
  { value: '', words: w('全部', 'All') },
]

const noneOfThese = w('没有这样的代办。换个条件看看。', 'There is none of these: try other conditions.')
const nothingOpen = w(
  '没有在办的代办。居民请人代办、社区安排给您以后，会出现在这里。',
  'Nothing is under way: what residents ask for is here once the community gives it to you.',
)

/** Errands on the phone of a helper: what waits and what was done, or one that is being written down. */
export default function WorkErrandsPage() {
  const [isNew] = useRoute(`${home}/new`)
  return <Frame title={w('帮办代办', 'Errands')}>{isNew ? <Filing list={home} /> : <List />}</Frame>
}

function List() {
  const [part, setPart] = useState('open')
  const [kind, setKind] = useState('')
  const filter = { ...(part !== '' && { [part]: 'true' }), ...(kind !== '' && { kind }) }
  return (
    <div className="stack">
      <Head home={home} />
      <div className="filters">
        <Select label={w('哪些', 'Which')} options={parts} value={part} choose={setPart} />
        <Select label={w('类别', 'Kind')} options={kindOptions} value={kind} choose={setKind} all />
      </div>
      <ErrandList
        key={JSON.stringify(filter)}
        filter={filter}
        none={part === 'open' && kind === '' ? nothingOpen : noneOfThese}
      />
    </div>
  )
}
