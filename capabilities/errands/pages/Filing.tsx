import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { Choice } from '#web/shared/form/Choice.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import { Catalogue } from './Catalogue.tsx'
import { type Filed, FilingForm } from './FilingForm.tsx'
import { Opened } from './Opened.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useItem } from './useItem.ts'
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
  const { code, item, filed, problem, reload, choose, sent } = useItem()
  const [part, setPart] = useState('now')
  // Its code is told once, and stands in no address.
  const [told, setTold] = useState<Filed>()
  const [isRecorded, setRecorded] = useState(false)
  const chosen = (next: string | undefined) => {
    setRecorded(false)
    choose(next)
  }
  const unit = keepsRecords(session?.role) ? session?.unit : undefined
  return (
    <div className="stack">
      <h1 className="unprinted">{say(item ? named(item.name) : w('替人登记代办', 'Write an errand down'))}</h1>
      <div className="line unprinted">
        <Link className="button plain" href={list}>
          {say(w('‹ 全部代办', '‹ All errands'))}
        </Link>
        {code !== undefined && (
          <button type="button" className="button plain" onClick={() => chosen(undefined)}>
            {say(filed !== undefined || isRecorded ? w('再登记一件', 'Another one') : w('换一个事项', 'Another errand instead'))}
          </button>
        )}
      </div>
      {code === undefined && (
        <Catalogue
          title={w('要办什么', 'What is to be done')}
          act={w('登记这一件', 'Write it down')}
          choose={({ code: one }) => chosen(one)}
        />
      )}
      <Trouble problem={problem} again={reload} />
      {code !== undefined && !item && !problem && <Skeleton rows={4} />}
      {item && filed === undefined && !isRecorded && unit !== undefined && (
        <Choice legend={w('是哪一种', 'Which')} options={when} value={part} choose={setPart} />
      )}
      {item && filed === undefined && part === 'now' && (
        <FilingForm
          item={item}
          filed={(one) => {
            setTold(one)
            sent(one.id)
          }}
        />
      )}
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
          {told?.id === filed && (
            <Suspense>
              <Slip {...told} />
            </Suspense>
          )}
          <div className="stack unprinted">
            <Opened id={filed} changed={() => {}} />
          </div>
        </>
      )}
    </div>
  )
}
