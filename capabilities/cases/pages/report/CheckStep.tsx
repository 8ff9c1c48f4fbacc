import { Suspense, useEffect, useRef, useState } from 'react'
import type { Problem } from '#web/shared/ask.ts'
import { BackStep } from '#web/shared/BackStep.tsx'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { wrongTelephone } from '#web/shared/form/telephone.ts'
import { wrongFields } from '#web/shared/form/wrongFields.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { CategoryPicker } from '../CategoryPicker.tsx'
import { Concerns, passedOver } from '../Concerns.tsx'
import { useCategories } from '../categories.ts'
import { useSuggestion } from '../suggestion.ts'
import { Why } from '../Why.tsx'
import { AboutStation } from './AboutStation.tsx'
import { type Before, codeOf } from './before.ts'
import { Contact } from './Contact.tsx'
import { Danger } from './Danger.tsx'
import type { Draft } from './draft.ts'
import { NoRoom } from './NoRoom.tsx'
import { Similar } from './Similar.tsx'

// Only who is on patrol is asked.
export const closerPlace = () => import('./CloserPlace.tsx')
const CloserPlace = lazyPage(closerPlace)

interface Step {
  draft: Draft
  change: (part: Partial<Draft>) => void
  drop: (name: 'category' | 'station') => void
  edit: (step: 'words' | 'where') => void
  send: (category: string | undefined) => void
  /** Throws the draft away: it is told as another's already. */
  finish: () => void
  busy: boolean
  problem: Problem | undefined
  staff: boolean
  as: string
  patrol: boolean
  /** They came to tell what they saw: nobody asks again for whom it is. */
  fromPatrol: boolean
  /** The place says less than whoever goes there needs. */
  vague: boolean
  isFull: boolean
  before: Before
}

/** The last look: the category that the words point to, similar reports nearby, and who will see what. */
export function CheckStep({
  draft,
  change,
  drop,
  edit,
  send,
  finish,
  busy,
  problem,
  staff,
  as,
  patrol,
  fromPatrol,
  vague,
  isFull,
  before: Above,
}: Step) {
  const say = useSay()
  const suggestion = useSuggestion(draft.words)
  const [refused, setRefused] = useState(false)
  const [joinedAs, setJoinedAs] = useState<string>()
  const { value: categories } = useCategories()
  const code = draft.category ?? (refused ? undefined : suggestion.category)
  const category = categories?.find((one) => one.code === code)
  // Of another category it would be another matter, which is still to be sent.
  const joined = code !== undefined && joinedAs === code
  // What is wrong is said once somebody tried to send it; the cursor goes to the first of it.
  const [tries, setTries] = useState(0)
  const phone = wrongTelephone(draft.phone)
  const wrong: Record<string, Words | undefined> = { ...wrongFields(problem), ...(tries > 0 && phone && { phone }) }
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries > 0 || problem) top.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tries, problem])
  const unseenBy = passedOver(draft.concerns, category?.aboutChain)
  const tryIt = () => {
    setTries(tries + 1)
    if (!phone) send(code)
  }
  return (
    <div className="to-thumb" ref={top}>
      <h1>{say(w('看一眼，就送出', 'One look, then send'))}</h1>
      <div>
        <BackStep back={() => history.back()} />
      </div>
      {category && <Danger category={category} />}
      <AboutStation station={draft.station} drop={drop} />
      <section className="sheet stack">
        <Answer label={say(w('什么事', 'What'))} edit={() => edit('words')}>
          <span className="pre">{draft.words.trim()}</span>
          {draft.photos.length > 0 && (
            <span className="soft"> · {say(w(`${draft.photos.length} 张照片`, `${draft.photos.length} photos`))}</span>
          )}
        </Answer>
        <Answer label={say(w('在哪里', 'Where'))} edit={() => edit('where')}>
          {draft.place?.label}
        </Answer>
        {vague && (
          <Suspense>
            <CloserPlace choose={(place) => change({ place })} pick={() => edit('where')} />
          </Suspense>
        )}
        <Line
          label={w('具体位置', 'Exactly where')}
          hint={w('比如：东门旁边、2 单元 3 楼', 'For example: by the east gate')}
          value={draft.where}
          change={(where) => change({ where })}
          wrong={wrong.where}
          optional
          most={200}
        />
        <CategoryPicker
          label={w('属于哪一类', 'What kind of matter')}
          value={code}
          choose={(chosen) => {
            setRefused(true)
            if (chosen === undefined) drop('category')
            else change({ category: chosen })
          }}
        />
        {code !== undefined && code === suggestion.category && <Why {...{ suggestion, staff }} />}
      </section>
      {!patrol && <Above place={codeOf(draft.place)} words={draft.words} category={code} />}
      {draft.place?.community !== undefined && code !== undefined && (
        <Similar place={draft.place} category={code} joined={() => setJoinedAs(code)} staff={staff} />
      )}
      {staff && !fromPatrol && (
        <Choice legend={w('替谁报', 'For whom')} options={channels} value={as} choose={(chosen) => change({ as: chosen })} />
      )}
      <Concerns value={draft.concerns} change={(concerns) => change({ concerns })} />
      {patrol ? (
        unseenBy && <p className="note strong">{say(unseenBy)}</p>
      ) : (
        <Contact {...{ draft, change, staff, wrong, unseenBy }} />
      )}
      {isFull && <NoRoom />}
      <Trouble problem={problem} />
      <div className="thumb">
        {joined && (
          <button type="button" className="button main" onClick={finish}>
            {say(w('已附议，不用送了', 'Joined: nothing to send'))}
          </button>
        )}
        <button type="button" className={joined ? 'button' : 'button main'} disabled={busy || code === undefined} onClick={tryIt}>
          {say(
            busy
              ? w('正在送出…', 'Sending…')
              : code === undefined
                ? w('先选一个类别', 'Choose a category first')
                : joined
                  ? w('是另一件事，照样送出', 'It is another matter: send it too')
                  : w('送出', 'Send'),
          )}
        </button>
      </div>
    </div>
  )
}

const channels = [
  { value: 'phone', words: w('来电人', 'a caller') },
  { value: 'counter', words: w('来访人', 'a visitor') },
  { value: 'patrol', words: w('自己巡查发现', 'seen on patrol') },
]

function Answer({ label, edit, children }: { label: string; edit: () => void; children: React.ReactNode }) {
  const say = useSay()
  return (
    <div className="line" style={{ flexWrap: 'nowrap' }}>
      <div>
        <div className="soft small">{label}</div>
        <div>{children}</div>
      </div>
      <button type="button" className="button far" aria-label={say(w(`改${label}`, `Edit: ${label}`))} onClick={edit}>
        {say(w('改', 'Edit'))}
      </button>
    </div>
  )
}
