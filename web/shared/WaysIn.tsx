import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSay, w } from './language.ts'
import { PhoneSignIn } from './PhoneSignIn.tsx'
import { useSession } from './session.tsx'

/** For whoever opens without being signed in what is somebody's own: why it is not shown, and the ways in. */
export default function WaysIn({ children, done }: { children: ReactNode; done: () => void }) {
  const say = useSay()
  const { reload } = useSession()
  return (
    <section className="sheet stack">
      {children}
      <PhoneSignIn
        done={() => {
          reload()
          done()
        }}
      />
      <Link className="button wide" href="/query">
        {say(w('我有查询码', 'I have a query code'))}
      </Link>
      <Link className="button wide" href="/work">
        {say(w('我是工作人员', 'I am staff'))}
      </Link>
    </section>
  )
}
