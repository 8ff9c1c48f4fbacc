import { Link } from 'wouter'
import { useSay, w } from './language.ts'
import { seesCases } from './roles.ts'
import { isStaff, useSession } from './session.tsx'

/** Back to where one's cases are: the queue of whoever works here, a resident's own reports. An administrator has none, and a desk. */
export function Back() {
  const say = useSay()
  const { value: session } = useSession()
  const [href, words] = !isStaff(session)
    ? ['/my', w('‹ 我的报单', '‹ My reports')]
    : seesCases(session?.role)
      ? ['/work/queue', w('‹ 待办', '‹ My queue')]
      : ['/console', w('‹ 工作台', '‹ Console')]
  return (
    <Link className="back" href={href}>
      {say(words)}
    </Link>
  )
}
