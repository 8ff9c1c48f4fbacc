import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { command } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { w } from '#web/shared/language.ts'
import { useSending } from '#web/shared/sending.ts'
import { isStaff, useSession } from '#web/shared/session.tsx'
import type { CommandReply } from '../view.ts'
import { CheckStep } from './CheckStep.tsx'
import { rememberSent, reportOf, type Sent, useDraft } from './draft.ts'
import { SentPage } from './SentPage.tsx'
import { useScanned } from './scanned.ts'
import { WhereStep } from './WhereStep.tsx'
import { WordsStep } from './WordsStep.tsx'

type Step = 'words' | 'where' | 'check'

/** Reporting, one question at a time: what is wrong, where, and a last look before it is sent. */
export default function ReportPage({ code }: { code?: string }) {
  const { draft, change, drop, clear } = useDraft()
  const { value: session } = useSession()
  const [search] = useSearchParams()
  const kind = search.get('kind') ?? undefined
  const [step, setStep] = useState<Step>('words')
  const [sent, setSent] = useState<Sent>()
  const [as, setAs] = useState<string>('phone')
  const staff = isStaff(session)
  const scanned = useScanned(code, (place) => change({ place }))
  // Each step is a place in the browser's history, so that "back" goes to the question before.
  const go = (next: Step) => {
    history.pushState({ step: next }, '')
    setStep(next)
    scrollTo(0, 0)
  }
  useEffect(() => {
    const back = (event: PopStateEvent) => setStep(event.state?.step ?? 'words')
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])

  const { busy, problem, press } = useSending(
    (input: object, key) => command<CommandReply>('/api/cases', input, key),
    ({ id, secret, view }) => {
      const one: Sent = {
        id,
        number: view?.item.number ?? '',
        at: new Date().toISOString(),
        ...(secret?.queryCode !== undefined && { queryCode: secret.queryCode }),
      }
      if (!staff) rememberSent(one)
      setSent(one)
      clear()
      scrollTo(0, 0)
    },
  )

  const title = kind === 'suggestion' ? w('投诉与建议', 'Complaints and suggestions') : w('报单', 'Report')
  return (
    <Frame title={title}>
      {sent ? (
        <SentPage
          sent={sent}
          again={() => {
            setSent(undefined)
            setStep('words')
          }}
        />
      ) : step === 'words' ? (
        <WordsStep {...{ draft, change, scanned, kind }} next={() => go(draft.place ? 'check' : 'where')} />
      ) : step === 'where' || !draft.place ? (
        <WhereStep
          choose={(place) => {
            change({ place })
            go('check')
          }}
        />
      ) : (
        <CheckStep
          {...{ draft, change, drop, busy, problem, staff, as, setAs }}
          edit={go}
          send={(category) =>
            press(reportOf({ ...draft, ...(category !== undefined && { category }) }, { kind, as: staff ? as : undefined }))
          }
        />
      )}
    </Frame>
  )
}
