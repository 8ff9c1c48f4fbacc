import { Redirect } from 'wouter'
import { DemoPersonas } from '../shared/DemoPersonas.tsx'
import { Frame } from '../shared/Frame.tsx'
import { useSay, w } from '../shared/language.ts'
import { Skeleton, Trouble } from '../shared/parts.tsx'
import { SignIn } from '../shared/SignIn.tsx'
import { isStaff, useSession } from '../shared/session.tsx'
import { firstPage } from './firstPage.ts'

/** The staff's door: signing in leads to the first page of one's post. */
export default function WorkPage() {
  const say = useSay()
  const { value: session, problem, reload } = useSession()
  if (isStaff(session)) return <Redirect to={firstPage(session?.role)} replace />
  return (
    <Frame title={w('工作人员登录', 'Staff sign-in')}>
      <div className="stack">
        <h1>{say(w('工作人员登录', 'Staff sign-in'))}</h1>
        <Trouble problem={problem} again={reload} />
        {!session && !problem && <Skeleton rows={3} />}
        {session && <SignIn done={reload} />}
        <DemoPersonas />
      </div>
    </Frame>
  )
}
