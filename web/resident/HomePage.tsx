import { type ReactNode, Suspense } from 'react'
import { Link } from 'wouter'
import { Unfinished } from '#capabilities/cases/pages/report/Unfinished.tsx'
import { Frame } from '../shared/Frame.tsx'
import { useSay, type Words, w } from '../shared/language.ts'
import { lazyPage } from '../shared/lazyPage.ts'
import { useLoaded } from '../shared/loaded.ts'
import { useSession } from '../shared/session.tsx'

// Of a demo alone, and below all that a phone shows first.
const DemoPersonas = lazyPage(async () => ({ default: (await import('../shared/DemoPersonas.tsx')).DemoPersonas }))

/** A resident's first page: its doors, and what is told to their estate. */
export function HomePage({ bulletins }: { bulletins: ReactNode }) {
  const say = useSay()
  const waits = useWaits()
  return (
    <Frame title={w('首页', 'Home')}>
      <div className="stack">
        <h1>{say(w('身边的事，说一声', 'Something wrong nearby? Say so'))}</h1>
        <Door
          first
          href="/report"
          title={w('报单', 'Report')}
          words={w('说清什么事、在哪里，一分钟送到网格员', 'What and where: with the grid worker in a minute')}
        >
          <path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4" />
        </Door>
        {bulletins}
        <Unfinished open />
        <Door
          href="/near"
          title={w('我身边', 'My neighbourhood')}
          words={w('谁管我们小区、驿站开没开、办成了什么', 'Who looks after my estate, what is open, what was solved')}
        >
          <path d="M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z" />
        </Door>
        <Door
          href="/my"
          title={w('我的报单', 'My reports')}
          words={waits ?? w('办到哪一步了，催一下，评一评', 'How far they are; remind; rate')}
        >
          <path d="M6 3h12v18H6zM9 8h6M9 12h6M9 16h4" />
        </Door>
        <Door
          href="/errands"
          title={w('帮我办', 'Do it for me')}
          words={w('办证、医保、补贴、填表，请社区的人帮您跑', 'Papers, insurance, subsidies, forms: somebody goes for you')}
        >
          <path d="M4 4h10l6 6v10H4zM14 4v6h6M8 14h8M8 17h5" />
        </Door>
        <Door
          href="/query"
          title={w('用查询码查', 'By query code')}
          words={w('不用登录，输入送出时给的查询码', 'No account: type the code you were given')}
        >
          <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21" />
        </Door>
        <Door
          href="/solved"
          title={w('身边办成的事', 'Solved nearby')}
          words={w('看看这个月小区里办好了什么', 'What was put right in your estate')}
        >
          <path d="M5 13l4 4L19 7" />
        </Door>
        <Door
          href="/stations"
          title={w('身边的驿站', 'Stations nearby')}
          words={w('歇脚、喝水、充电、代办，看哪里现在开着', 'A seat, water, help with forms: what is open now')}
        >
          <path d="M4 11 12 4l8 7M6 10v10h12V10M10 20v-6h4v6" />
        </Door>
        <Door
          href="/branch"
          title={w('身边的党支部', 'My branch')}
          words={w('小区里谁照看什么；党员亮身份、认领责任区', 'Who looks after what; members declare and claim')}
        >
          <path d="M6 3v18M6 4h12l-3 4 3 4H6" />
        </Door>
        <Link className="button plain" href="/work">
          {say(w('工作人员登录', 'Staff sign-in'))}
        </Link>
        <Suspense>
          <DemoPersonas />
        </Suspense>
      </div>
    </Frame>
  )
}

/** How many of a resident's reports are solved and not closed yet, where some are. */
function useWaits(): Words | undefined {
  const { value: session } = useSession()
  const isResident = session?.signedIn === true && session.kind === 'resident'
  const { value } = useLoaded<{ count: number }>(isResident ? '/api/cases/count?scope=mine&state=resolved' : undefined)
  if (!value?.count) return undefined
  return w(`${value.count} 件办好了，去看看、评一评`, `${value.count} solved: have a look, and rate`)
}

function Door({
  href,
  title,
  words,
  first = false,
  children,
}: {
  href: string
  title: Words
  words: Words
  first?: boolean
  children: ReactNode
}) {
  const say = useSay()
  return (
    <Link className={first ? 'door first' : 'door'} href={href}>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {children}
      </svg>
      <span>
        <span className="title">{say(title)}</span>
        <span className="soft">{say(words)}</span>
      </span>
      <span className="arrow" aria-hidden="true">
        ›
      </span>
    </Link>
  )
}
