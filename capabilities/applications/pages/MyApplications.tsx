import { useState } from 'react'
import { Link } from 'wouter'
import { command } from '#web/shared/ask.ts'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { ApplicationPage, ApplicationRow } from '../contract/item.ts'
import { Told } from './Told.tsx'
import { stateLooks, stateWords } from './words.ts'

/** One's own applications, and how far they are. */
export function MyApplications() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<ApplicationPage>('/api/applications')
  useLive(reload)
  return (
    <section className="stack close">
      <Trouble problem={problem} again={reload} />
      {value && value.rows.length > 0 && <h2>{say(w('我的申请', 'My applications'))}</h2>}
      {value?.rows.map((application) => (
        <Mine key={application.id} {...{ application }} changed={reload} />
      ))}
    </section>
  )
}

function Mine({ application, changed }: { application: ApplicationRow; changed: () => void }) {
  const say = useSay()
  const [sure, setSure] = useState(false)
  const { id, name, state, station, version, may } = application
  const { busy, problem, press } = useSending(
    (_: object, key) => command(`/api/applications/${id}/withdraw`, {}, key, version),
    changed,
  )
  return (
    <article className="card stack close">
      <div className="line">
        <h3>{name}</h3>
        <LookChip look={stateLooks[state]} words={stateWords[state]} far />
      </div>
      <Told key={version} id={id} />
      {station !== undefined && (
        <Link className="button" href={`/stations/${encodeURIComponent(station)}`}>
          {say(w('看看居民看到的样子', 'See it as residents do'))}
        </Link>
      )}
      {may.includes('withdraw') && (
        <button type="button" className="button plain" disabled={busy} onClick={() => (sure ? void press({}) : setSure(true))}>
          {say(sure ? w('确定撤回，不申请了', 'Yes, withdraw it') : w('撤回申请', 'Withdraw'))}
        </button>
      )}
      <Trouble problem={problem} />
    </article>
  )
}
