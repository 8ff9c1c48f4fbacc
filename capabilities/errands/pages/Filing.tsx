import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { Choice } from '#web/shared/form/Choice.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useSession } from '#web/shared/session.tsx'
import type { ErrandItem } from '../contract/item.ts'
import { Opened } from './Card.tsx'
import { Catalogue } from './Catalogue.tsx'
import { type Filed, FilingForm } from './FilingForm.tsx'
import { RecordForm } from './RecordForm.tsx'
import { keepsRecords, named } from './words.ts'

// Once for each that is written down: its code is drawn, which weighs something.
const Slip = lazyPage(async () => ({ default: (await import('./Slip.tsx')).Slip }))

const when = [
  { value: 'now', words: w('现在请人办', 'To be done') },
  { value: 'before', words: w('以前办好的，补录', 'Done before') },
]

/** A helper writes down what somebody without an account asks for, and goes on with it here; or what was done before. */
export function Filing({ list }: { list: string }) {
  const say = useSay()
  const { value: session } = useSession()
  const [item, setItem] = useState<ErrandItem>()
  const [part, setPart] = useState('now')
  const [filed, setFiled] = useState<Filed>()
  const [isRecorded, setRecorded] = useState(false)
  const chosen = (next: ErrandItem | undefined) => {
    setItem(next)
    setFiled(undefined)
    setRecorded(false)
    scrollTo(0, 0)
  }
  const unit = keepsRecords(session?.role) ? session?.unit : undefined
  return (
    <div className="stack">
      <h1 className="unprinted">{say(item ? named(item.name) : w('替人登记代办', 'Write an errand down'))}</h1>
      <div className="line unprinted">
        <Link className="button plain" href={list}>
          {say(w('‹ 全部代办', '‹ All errands'))}
        </Link>
        {item && (
          <button type="button" className="button plain" onClick={() => chosen(undefined)}>
            {say(filed !== undefined || isRecorded ? w('再登记一件', 'Another one') : w('换一个事项', 'Another errand instead'))}
          </button>
        )}
      </div>
      {!item && <Catalogue title={w('要办什么', 'What is to be done')} act={w('登记这一件', 'Write it down')} choose={chosen} />}
      {item && filed === undefined && !isRecorded && unit !== undefined && (
        <Choice legend={w('是哪一种', 'Which')} options={when} value={part} choose={setPart} />
      )}
      {item && filed === undefined && part === 'now' && <FilingForm item={item} filed={setFiled} />}
      {item && part === 'before' && unit !== undefined && !isRecorded && (
        <RecordForm {...{ item, unit }} recorded={() => setRecorded(true)} />
      )}
      {isRecorded && (
        <p className="note" role="status">
          {say(w('已补录。', 'It is recorded.'))}
        </p>
      )}
      {filed !== undefined && (
        <>
          <p className="note unprinted" role="status">
            {say(w('已登记，由登记人代办。', 'It is written down, and to be done by whoever wrote it.'))}
          </p>
          <Suspense>
            <Slip {...filed} />
          </Suspense>
          <div className="stack unprinted">
            <Opened id={filed.id} changed={() => {}} />
          </div>
        </>
      )}
    </div>
  )
}
