import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { ApplicationPage, ApplicationRow } from '../contract/item.ts'
import { Decide } from './Decide.tsx'
import { Told } from './Told.tsx'
import { What } from './What.tsx'
import { stateLooks, stateWords, valueWords } from './words.ts'

const tabs = [
  { open: true, words: w('待办', 'Open') },
  { open: false, words: w('已结', 'Ended') },
] as const

/** Shops that apply to become stations, at the desk of their community. */
export default function ApplicationsRoom() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const open = search.get('ended') === null
  const pages = search.getAll('after')
  const after = pages.at(-1)
  const query = new URLSearchParams({ open: String(open), ...(after !== undefined && { after }) })
  const { value, problem, reload } = useLoaded<ApplicationPage>(`/api/applications?${query}`)
  useLive(reload)
  const turn = (to: readonly string[]) => {
    setSearch([...(open ? [] : [['ended', '']]), ...to.map((one) => ['after', one])])
    scrollTo(0, 0)
  }
  return (
    <div className="stack">
      <h1>{say(w('驿站申请', 'Applications for stations'))}</h1>
      <nav className="tabs" aria-label={say(w('申请分类', 'Parts of the list'))}>
        {tabs.map((tab) => (
          <Link
            key={tab.words.en}
            href={tab.open ? '/console/applications' : '/console/applications?ended'}
            {...(tab.open === open && { 'aria-current': 'page' as const })}
          >
            {say(tab.words)}
          </Link>
        ))}
      </nav>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && (
        <Empty
          words={
            open
              ? w('没有等着的申请。店家可以在“身边的驿站”页里申请。', 'None waits. Shops apply on the page of stations.')
              : w('还没有办结的申请。', 'None has ended yet.')
          }
        />
      )}
      <ul className="stack close">
        {value?.rows.map((application) => (
          <li key={application.id}>
            <article className="card stack close">
              <div className="line">
                <h2>{application.name}</h2>
                <LookChip look={stateLooks[application.state]} words={stateWords[application.state]} far />
              </div>
              <p className="soft small">
                {say(valueWords(application.kind))} · <When at={application.appliedAt} />
              </p>
              <Opening application={application} />
              {open && <Decide {...{ application }} changed={reload} />}
            </article>
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.more ? value.rows.at(-1)?.id : undefined} turn={turn} />
    </div>
  )
}

/** Whose it is stays closed until somebody asks: that they did is written down. */
function Opening({ application }: { application: ApplicationRow }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (open) return <Told key={application.version} id={application.id} />
  return (
    <>
      <What application={application} />
      <button type="button" className="button plain" onClick={() => setOpen(true)}>
        {say(w('看店名、地址和电话（会记下来）', 'See whose it is, address and telephone (written down)'))}
      </button>
    </>
  )
}
