import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import type { EstateBranch } from '../contract/seen.ts'

/** The branch of one's own estate, for whoever is signed in: who leads it, and the way to who looks after what. */
export function BranchNear({ estate }: { estate: string }) {
  const say = useSay()
  const { value: session } = useSession()
  const reads = session?.signedIn === true && session.kind === 'resident'
  const { value, problem, reload } = useLoaded<EstateBranch>(reads ? `/api/branches/at/${encodeURIComponent(estate)}` : undefined)
  const branch = value?.branch
  return (
    <section className="stack close">
      <h2>{say(w('我的党支部', 'My branch'))}</h2>
      <Trouble problem={problem} again={reload} />
      {reads && !value && !problem && <Skeleton rows={1} />}
      {value && (
        <p>
          {branch ? (
            <>
              <span className="strong">{branch.name}</span> {say(w('书记：', 'secretary: '))}
              {branch.secretary}
            </>
          ) : (
            <span className="soft">{say(w('这个小区还没有登记党支部。', 'This estate has no branch on record yet.'))}</span>
          )}
        </p>
      )}
      <Link className="button wide" href="/branch">
        {say(
          reads
            ? w('看谁在照看什么，党员亮身份', 'Who looks after what; members declare')
            : w('登录后看党支部和责任区', 'Sign in to see it, and who looks after what'),
        )}
      </Link>
    </section>
  )
}
