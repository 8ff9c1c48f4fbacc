import { type ComponentProps, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { HomeBulletins } from '#capabilities/bulletins/pages/HomeBulletins.tsx'
import { HomePage } from './resident/HomePage.tsx'
import { isId, isToken } from './shared/isId.ts'
import { lazyPage } from './shared/lazyPage.ts'
import { Skeleton } from './shared/parts.tsx'
import { isStaff, SessionProvider, useSession } from './shared/session.tsx'
import { unescaped } from './shared/unescaped.ts'

const Answers = lazyPage(async () => ({
  default: (await import('#capabilities/bulletins/pages/BeforeReport.tsx')).BeforeReport,
}))
const ReportPage = lazyPage(() => import('#capabilities/cases/pages/report/ReportPage.tsx'))
const MyReportsPage = lazyPage(() => import('#capabilities/cases/pages/MyReportsPage.tsx'))
const SolvedPage = lazyPage(() => import('#capabilities/cases/pages/SolvedPage.tsx'))
const QueryPage = lazyPage(() => import('#capabilities/cases/pages/QueryPage.tsx'))
const QuestionPage = lazyPage(() => import('#capabilities/cases/pages/QuestionPage.tsx'))
const BulletinPage = lazyPage(() => import('#capabilities/bulletins/pages/BulletinPage.tsx'))
const DoorSheetPage = lazyPage(() => import('#capabilities/bulletins/pages/DoorSheetPage.tsx'))
const BranchPage = lazyPage(() => import('#capabilities/branches/pages/BranchPage.tsx'))
const ErrandsPage = lazyPage(() => import('#capabilities/errands/pages/ErrandsPage.tsx'))
const ErrandPage = lazyPage(() => import('#capabilities/errands/pages/ErrandPage.tsx'))
const LetterPage = lazyPage(() => import('#capabilities/errands/pages/LetterPage.tsx'))
const WorkErrandsPage = lazyPage(() => import('#capabilities/errands/pages/WorkErrandsPage.tsx'))
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
const FurtherPages = lazyPage(() => import('./resident/FurtherPages.tsx'))
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
          <Route path="/b/:id">{({ id }) => (isId(id) ? <BulletinPage id={id} /> : <FurtherPages />)}</Route>
          <Route path="/b/:id/door">{({ id }) => (isId(id) ? <DoorSheetPage id={id} /> : <FurtherPages />)}</Route>
          <Route path="/errands">
            <ErrandsPage />
          </Route>
          <Route path="/errands/:id">{({ id }) => (isId(id) ? <ErrandPage key={id} id={id} /> : <FurtherPages />)}</Route>
          <Route path="/errands/:id/letter">{({ id }) => (isId(id) ? <LetterPage id={id} /> : <FurtherPages />)}</Route>
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
          <Route path="/q/:token">{({ token }) => (isToken(token) ? <QuestionPage token={token} /> : <FurtherPages />)}</Route>
          <Route path="/case/:id">{({ id }) => (isId(id) ? <CasePage key={id} id={id} /> : <FurtherPages />)}</Route>
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
            <ForStaff>{(post) => <ConsolePage key={post} posts={<Posts />} />}</ForStaff>
          </Route>
          <Route path="/work/queue">
            <ForStaff>{(post) => <QueuePage key={post} posts={<Posts />} />}</ForStaff>
          </Route>
          <Route path="/work/visits">
            <ForStaff>{(post) => <VisitsPage key={post} />}</ForStaff>
          </Route>
          <Route path="/work/errands/*?">
            <ForStaff>{(post) => <WorkErrandsPage key={post} />}</ForStaff>
          </Route>
          <Route path="/work/map">
            <ForStaff>{(post) => <GridMapPage key={post} />}</ForStaff>
          </Route>
          <Route>
            <FurtherPages />
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

/** A page of whoever works here, at the post that they act at: another post is another page. */
function ForStaff({ children }: { children: (post: string) => ReactNode }) {
  const { value: session } = useSession()
  if (!session) return <Opening />
  if (session.first) return <FirstThings first={session.first} />
  // Whoever signs in here is where they were before.
  return isStaff(session) ? children(session.post ?? '') : <WorkPage />
}

/** What runs where somebody is about to report. It comes when it is known where that is. */
const BeforeReport = (asked: ComponentProps<typeof Answers>) => (
  <Suspense>
    <Answers {...asked} />
  </Suspense>
)

const Opening = () => (
  <main className="page">
    <Skeleton />
  </main>
)
