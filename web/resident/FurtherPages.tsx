import { Route, Switch } from 'wouter'
import { lazyPage } from '../shared/lazyPage.ts'
import Nowhere from '../shared/Nowhere.tsx'
import { unescaped } from '../shared/unescaped.ts'

const StationsPage = lazyPage(() => import('#capabilities/stations/pages/StationsPage.tsx'))
const ApplyPage = lazyPage(() => import('#capabilities/applications/pages/ApplyPage.tsx'))
const StationPage = lazyPage(() => import('#capabilities/stations/pages/StationPage.tsx'))
const CommitteesPage = lazyPage(() => import('#capabilities/committees/pages/PublicPage.tsx'))
const StationTroublePage = lazyPage(() => import('#capabilities/cases/pages/report/StationTroublePage.tsx'))

/** Pages a door further in: which an address shows is known once somebody goes there, so that the first page need not carry it. */
export default function FurtherPages() {
  return (
    <Switch>
      <Route path="/stations">
        <StationsPage />
      </Route>
      <Route path="/stations/apply">
        <ApplyPage />
      </Route>
      <Route path="/stations/:code">{({ code }) => <StationPage code={unescaped(code)} />}</Route>
      <Route path="/stations/:code/trouble">{({ code }) => <StationTroublePage code={unescaped(code)} />}</Route>
      <Route path="/committees">
        <CommitteesPage />
      </Route>
      <Route>
        <Nowhere />
      </Route>
    </Switch>
  )
}
