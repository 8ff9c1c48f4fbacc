import { useState } from 'react'
import { Link } from 'wouter'
import type { View } from '#kernel/flow/view.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Due, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import type { ErrandRow, SeenErrand } from '../contract/errand.ts'
import { halves, states } from '../contract/kinds.ts'
import { Contact } from './Contact.tsx'
import { Papers } from './Papers.tsx'
import { Signing } from './Signing.tsx'
import { Steps } from './Steps.tsx'
import { named, valueWords } from './words.ts'

/** An errand as a card: what and how far it is; opened, with its papers and what one may do. */
export function Card({ errand, changed }: { errand: ErrandRow; changed: () => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const since = errand.requestedAt ?? errand.endedAt
  return (
    <article className="card stack close">
      <div className="line">
        <h2>{say(named(errand.itemName))}</h2>
        <span className="chip far">{say(states[errand.state])}</span>
      </div>
      <p className="soft small">
        {say(valueWords(errand.kind))} · {errand.communityName}
        {since !== undefined && (
          <>
            {' '}
            · <When at={since} />
          </>
        )}
      </p>
      {errand.dueAt !== undefined && errand.endedAt === undefined && (
        <p className="small">
          <Due at={errand.dueAt} />
        </p>
      )}
      {open ? (
        <Opened id={errand.id} changed={changed} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {say(w('打开', 'Open'))}
          <span className="unseen"> {say(named(errand.itemName))}</span>
        </button>
      )}
    </article>
  )
}

/** The errand itself is asked for only when somebody opens it: that they read it is written down. */
export function Opened({ id, changed }: { id: string; changed: () => void }) {
  const { value, problem, reload } = useLoaded<View<SeenErrand>>(`/api/errands/${id}`)
  useLive(reload)
  if (!value) return problem ? <Trouble problem={problem} again={reload} /> : <Skeleton rows={3} />
  const errand: ErrandRow = { ...value.item, may: value.may }
  const done = () => {
    reload()
    changed()
  }
  return (
    <>
      <What errand={errand} />
      {errand.phone && errand.side !== 'resident' && <Contact id={errand.id} />}
      <Papers errand={errand} changed={done} />
      <Signing errand={errand} changed={done} />
      <Steps errand={errand} mayNot={value.mayNot} changed={done} />
    </>
  )
}

function What({ errand }: { errand: ErrandRow }) {
  const say = useSay()
  const { name, phone, placeName, note, atHome, half, department, helperName, because, missing, rating, letter, id, erased } =
    errand
  const rated: Words | undefined = rating && (rating.satisfied ? w('满意', 'content') : w('不满意', 'not content'))
  const lines: (readonly [Words, string | undefined])[] = [
    [w('居民', 'Resident'), name],
    [w('电话', 'Telephone'), phone],
    [w('在哪里', 'Where'), placeName],
    [w('说明', 'Note'), note],
    [w('上门', 'At home'), atHome ? say(w('希望上门', 'a visit is wished')) : undefined],
    [w('方便的时间', 'When it suits'), half && say(halves[half])],
    [w('办理部门', 'Department'), department],
    [w('代办员', 'Helper'), helperName],
    [w('原因', 'Why'), because],
    [w('还缺', 'Missing'), missing],
    [w('按本人要求删除', 'Erased as they asked'), erased && `${erased.because}（${erased.by}）`],
    [w('评价', 'Rating'), rated && `${say(rated)} ${rating?.words ?? ''}`],
  ]
  return (
    <div className="stack tight">
      {lines.map(
        ([words, text]) =>
          text && (
            <p key={words.en}>
              <span className="soft">{say(words)}</span> {text}
            </p>
          ),
      )}
      {letter && helperName !== undefined && (
        <Link className="button plain" href={`/errands/${id}/letter`}>
          {say(w('打印委托书', 'Print the letter of delegation'))}
        </Link>
      )}
    </div>
  )
}
