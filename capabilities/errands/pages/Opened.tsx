import { Suspense } from 'react'
import { Link } from 'wouter'
import type { View } from '#kernel/flow/view.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { ErrandRow, SeenErrand } from '../contract/errand.ts'
import { halves } from '../contract/kinds.ts'
import { Papers } from './Papers.tsx'
import { Steps } from './Steps.tsx'

// Only a helper telephones and has somebody sign: the phone of a resident need not carry it.
const Contact = lazyPage(() => import('./Contact.tsx'))
const Signing = lazyPage(() => import('./Signing.tsx'))

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
      {errand.may.includes('sign') && (
        <Suspense fallback={<Skeleton rows={3} />}>
          <Signing errand={errand} changed={done} />
        </Suspense>
      )}
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
    [errand.side === 'resident' ? w('姓名', 'Name') : w('居民', 'Resident'), name],
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
