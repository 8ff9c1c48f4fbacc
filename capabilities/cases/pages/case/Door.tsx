import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { PhoneSignIn } from '#web/shared/PhoneSignIn.tsx'
import { useSession } from '#web/shared/session.tsx'

/** For whoever opens a case without being signed in: the ways in. */
export default function Door({ done }: { done: () => void }) {
  const say = useSay()
  const { reload } = useSession()
  return (
    <section className="sheet stack">
      <h1>{say(w('先说一下您是谁', 'Who are you?'))}</h1>
      <p>{say(w('这一件只给报单人和办理人员看。', 'This is shown to its reporter and to those who handle it.'))}</p>
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
