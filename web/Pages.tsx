import { Suspense } from 'react'
import { Link, Redirect, Route, Switch } from 'wouter'
import { HomeBulletins } from '#capabilities/bulletins/pages/HomeBulletins.tsx'
import { BeforeReport } from '#capabilities/bulletins/pages/Running.tsx'
import { HomePage } from './resident/HomePage.tsx'
import { Frame } from './shared/Frame.tsx'
import { useSay, w } from './shared/language.ts'
import { lazyPage } from './shared/lazyPage.ts'
import { Empty, Skeleton } from './shared/parts.tsx'
import { isStaff, SessionProvider, useSession } from './shared/session.tsx'

const ReportPage = lazyPage(() => import('#capabilities/cases/pages/report/ReportPage.tsx'))
const MyReportsPage = lazyPage(() => import('#capabilities/cases/pages/MyReportsPage.tsx'))
const SolvedPage = lazyPage(() => import('#capabilities/cases/pages/SolvedPage.tsx'))
const QueryPage = lazyPage(() => import('#capabilities/cases/pages/QueryPage.tsx'))
const QuestionPage = lazyPage(() => import('#capabilities/cases/pages/QuestionPage.tsx'))
const BulletinPage = lazyPage(() => import('#capabilities/bulletins/pages/BulletinPage.tsx'))
const DoorSheetPage = lazyPage(() => import('#capabilities/bulletins/pages/DoorSheetPage.tsx'))
const BranchPage = lazyPage(() => import('#capabilities/branches/pages/BranchPage.tsx'))
const StationsPage = lazyPage(() => import('#capabilities/stations/pages/StationsPage.tsx'))
const ErrandsPage = lazyPage(() => import('#capabilities/errands/pages/ErrandsPage.tsx'))
const LetterPage = lazyPage(() => import('#capabilities/errands/pages/LetterPage.tsx'))
const WorkErrandsPage = lazyPage(() => import('#capabilities/errands/pages/WorkErrandsPage.tsx'))
const ApplyPage = lazyPage(() => import('#capabilities/applications/pages/ApplyPage.tsx'))
const StationPage = lazyPage(() => import('#capabilities/stations/pages/StationPage.tsx'))
const CasePage = lazyPage(() => import('#capabilities/cases/pages/case/CasePage.tsx'))
const QueuePage = lazyPage(() => import('#capabilities/cases/pages/queue/QueuePage.tsx'))
const GridMapPage = lazyPage(() => import('#capabilities/cases/pages/gridMap/GridMapPage.tsx'))
const VisitsPage = lazyPage(() => import('#capabilities/visits/pages/VisitsPage.tsx'))
const NoticesPage = lazyPage(() => import('./shared/notices/NoticesPage.tsx'))
const NearPage = lazyPage(() => import('./resident/NearPage.tsx'))
const LooksPage = lazyPage(() => import('./resident/LooksPage.tsx'))
const ConsolePage = lazyPage(() => import('./console/ConsolePage.tsx'))
const SessionsPage = lazyPage(() => import('./shared/SessionsPage.tsx'))
const UnsentPage = lazyPage(() => import('#capabilities/cases/pages/unsent/UnsentPage.tsx'))
const FirstThings = lazyPage(() => import('./work/FirstThings.tsx'))
const Posts = lazyPage(() => import('./work/Posts.tsx'))
const HelpPage = lazyPage(() => import('./help/HelpPage.tsx'))
const WorkPage = lazyPage(() => import('./work/WorkPage.tsx'))

/** Which page an address shows. Each page comes when it is needed, so that a resident's phone loads a resident's page. */
export function Pages() {
  return (
    <SessionProvider>
      <Suspense fallback={<Opening />}>
        <Switch>
          <Route path="/">
            <HomePage bulletins={<HomeBulletins />} />
          </Route>
          <Route path="/report">
            <ReportPage before={BeforeReport} />
          </Route>
          <Route path="/r/:code">{({ code }) => <ReportPage code={unescaped(code)} before={BeforeReport} />}</Route>
          <Route path="/b/:id">{({ id }) => <BulletinPage id={id} />}</Route>
          <Route path="/b/:id/door">{({ id }) => <DoorSheetPage id={id} />}</Route>
          <Route path="/stations">
            <StationsPage />
          </Route>
          <Route path="/stations/apply">
            <ApplyPage />
          </Route>
          <Route path="/stations/:code">{({ code }) => <StationPage code={unescaped(code)} />}</Route>
          <Route path="/errands">
            <ErrandsPage />
          </Route>
          <Route path="/errands/:id/letter">{({ id }) => <LetterPage id={id} />}</Route>
          <Route path="/near">
            <NearPage />
          </Route>
          <Route path="/branch">
            <BranchPage />
          </Route>
          <Route path="/my">
            <MyReportsPage />
          </Route>
          <Route path="/solved">
            <SolvedPage />
          </Route>
          <Route path="/query">
            <QueryPage />
          </Route>
          <Route path="/q/:token">{({ token }) => <QuestionPage token={token} />}</Route>
          <Route path="/case/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
          <Route path="/notices">
            <NoticesPage />
          </Route>
          <Route path="/unsent">
            <UnsentPage />
          </Route>
          <Route path="/help/:who?">{({ who }) => <HelpPage {...(who !== undefined && { who })} />}</Route>
          <Route path="/sessions">
            <SessionsPage />
          </Route>
          <Route path="/looks">
            <LooksPage />
          </Route>
          <Route path="/work">
            <Work />
          </Route>
          <Route path="/console/*?">
            <AtDesk />
          </Route>
          <Route path="/work/queue">
            <Queue />
          </Route>
          <Route path="/work/visits">
            <Visits />
          </Route>
          <Route path="/work/errands">
            <Errands />
          </Route>
          <Route path="/work/map">
            <GridMap />
          </Route>
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Suspense>
    </SessionProvider>
  )
}

function Work() {
  const { value: session } = useSession()
  // Where one goes from here is known once that is done.
  return session?.first ? <FirstThings first={session.first} /> : <WorkPage />
}

function Queue() {
  const { value: session } = useSession()
  if (!session) return <Opening />
  if (session.first) return <FirstThings first={session.first} />
  // A queue belongs to a post: another post is another page.
  return isStaff(session) ? <QueuePage key={session.post ?? ''} posts={<Posts />} /> : <Redirect to="/work" replace />
}

function GridMap() {
  const { value: session } = useSession()
  if (!session) return <Opening />
  if (session.first) return <FirstThings first={session.first} />
  return isStaff(session) ? <GridMapPage key={session.post ?? ''} /> : <Redirect to="/work" replace />
}

function Visits() {
  const { value: session } = useSession()
  if (!session) return <Opening />
  if (session.first) return <FirstThings first={session.first} />
  return isStaff(session) ? <VisitsPage key={session.post ?? ''} /> : <Redirect to="/work" replace />
}

function Errands() {
  const { value: session } = useSession()
  if (!session) return <Opening />
  if (session.first) return <FirstThings first={session.first} />
  return isStaff(session) ? <WorkErrandsPage key={session.post ?? ''} /> : <Redirect to="/work" replace />
}

function AtDesk() {
  const { value: session } = useSession()
  if (!session) return <Opening />
  if (session.first) return <FirstThings first={session.first} />
  return isStaff(session) ? <ConsolePage key={session.post ?? ''} posts={<Posts />} /> : <Redirect to="/work" replace />
}

/** A code as it was before it was put into the address: the router leaves slashes and the like as they came. */
function unescaped(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

const Opening = () => (
  <main className="page">
    <Skeleton />
  </main>
)

function Nowhere() {
  const say = useSay()
  return (
    <Frame title={w('没有这一页', 'No such page')}>
      <h1>{say(w('没有这一页', 'No such page'))}</h1>
      <Empty words={w('可能是地址抄错了，或者这一页已经搬走。', 'The address may be mistyped, or the page has moved.')}>
        <Link className="button main" href="/">
          {say(w('回首页', 'To the first page'))}
        </Link>
      </Empty>
    </Frame>
  )
}
