import { Suspense, useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { owner } from '#web/shared/offline/owner.ts'
import { Skeleton } from '#web/shared/parts.tsx'
import { isOnFoot } from '#web/shared/roles.ts'
import { useSending } from '#web/shared/sending.ts'
import { isStaff, useSession } from '#web/shared/session.tsx'
import { onArrivedReport } from './arrived.ts'
import type { Before } from './before.ts'
import { CheckStep, closerPlace } from './CheckStep.tsx'
import type { Step } from './draft.ts'
import { useOnTheSpot } from './onTheSpot.ts'
import { SentPage } from './SentPage.tsx'
import { useScanned } from './scanned.ts'
import { type Sending, sendReport } from './sendReport.ts'
import { rememberSent, type Sent, sentOf } from './sent.ts'
import { useDraft } from './useDraft.ts'
import { useDraftId } from './useDraftId.ts'
import { useStep } from './useStep.ts'
import { isVague } from './vague.ts'
import { WordsStep } from './WordsStep.tsx'

const whereStep = () => import('./WhereStep.tsx')
const WhereStep = lazyPage(whereStep)
// Nobody but staff sees it.
const recordedPage = () => import('./RecordedPage.tsx')
const RecordedPage = lazyPage(recordedPage)

/** Reporting: the draft that the address names. */
export default function ReportPage({ code, before }: { code?: string; before: Before }) {
  const id = useDraftId()
  return id === undefined ? null : <Reporting key={id} {...{ id, code, before }} />
}

/** One question at a time: what is wrong, where, and a last look before it is sent. */
function Reporting({ id, code, before }: { id: string; code: string | undefined; before: Before }) {
  const { value: session, reload } = useSession()
  const [, leave] = useLocation()
  const [search] = useSearchParams()
  const named = (name: 'kind' | 'as') => (search.has(name) ? { [name]: search.get(name) ?? '' } : {})
  const { draft, isFull, change, updatePhotos, drop, clear } = useDraft(id, { ...named('kind'), ...named('as') })
  const { kind, as = 'phone' } = draft
  const step = useStep(draft, change)
  const [sent, setSent] = useState<Sent | 'held'>()
  const staff = isStaff(session)
  const patrol = staff && as === 'patrol'
  // On patrol it is one's own ground until the phone says where one is, or one chooses.
  const ground = patrol && isOnFoot(session?.role) ? session?.unit : undefined
  const scanned = useScanned(draft.place ? undefined : (code ?? ground), (place) => change({ place }))
  const isPlaced = draft.place && !('code' in draft.place.given && draft.place.given.code === ground)
  useOnTheSpot(patrol && !isPlaced, (place) => change({ place }))
  const go = (next: Step) => {
    history.pushState({ step: next }, '')
    scrollTo(0, 0)
  }

  // What waited has arrived while its writer still looks at it.
  useEffect(
    () =>
      onArrivedReport((one) => {
        setSent((now) => (now === 'held' ? one : now))
      }),
    [],
  )

  // What comes next is fetched while this is answered: it is there also where the network has gone by then.
  const isBegun = draft.words !== ''
  useEffect(() => {
    if (!isBegun) return
    for (const fetched of [whereStep(), ...(patrol ? [recordedPage(), closerPlace()] : [])]) fetched.catch(() => {})
  }, [isBegun, patrol])

  const title =
    kind === 'suggestion'
      ? w('投诉与建议', 'Complaints and suggestions')
      : patrol
        ? w('巡查上报', 'Seen on patrol')
        : w('报单', 'Report')
  const { busy, problem, press } = useSending(
    async (told: Sending, key) => {
      const whose = owner()
      const reply = await sendReport(told, key)
      // A session that ended meanwhile is known everywhere on the page from now on.
      if (owner() !== whose) reload()
      return reply
    },
    (reply) => {
      const one = 'held' in reply ? undefined : sentOf(reply)
      if (one && !staff) rememberSent(one)
      setSent(one ?? 'held')
      clear('held' in reply ? reply.photos : [])
      scrollTo(0, 0)
    },
  )

  return (
    <Frame title={title}>
      {sent && patrol ? (
        <Suspense>
          <RecordedPage sent={sent} />
        </Suspense>
      ) : sent ? (
        <SentPage sent={sent} forAnother={draft.forAnother} again={() => leave('/report')} />
      ) : step === 'words' ? (
        <WordsStep
          {...{ draft, isFull, change, drop, updatePhotos, scanned, kind, patrol, before }}
          next={() => go(draft.place ? 'check' : 'where')}
        />
      ) : step === 'where' || !draft.place ? (
        <Suspense fallback={<Skeleton />}>
          <WhereStep
            place={draft.place}
            back={() => history.back()}
            choose={(place) => {
              // What is elsewhere is not about the station.
              drop('station')
              change({ place })
              go('check')
            }}
          />
        </Suspense>
      ) : (
        <CheckStep
          {...{ draft, change, drop, busy, problem, staff, as, patrol, isFull, before }}
          fromPatrol={patrol && search.get('as') === 'patrol'}
          vague={patrol && isVague(draft, ground)}
          edit={go}
          finish={() => {
            clear([])
            leave('/my')
          }}
          send={(category) => {
            const told = { ...draft, ...(category !== undefined && { category }) }
            press({ draft: told, as: staff ? as : undefined, title })
          }}
        />
      )}
    </Frame>
  )
}
