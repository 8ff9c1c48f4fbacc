import { Link } from 'wouter'
import { useSay, w } from './language.ts'
import { isStaff, useSession } from './session.tsx'

/** Back to where one's cases are: the queue of whoever works here, a resident's own reports. */
export function Back() {
  const say = useSay()
  const { value: session } = useSession()
  const [href, words] = isStaff(session) ? ['/work/queue', w('‹ 待办', '‹ My queue')] : ['/my', w('‹ 我的报单', '‹ My reports')]
  return (
    <Link className="back" href={href}>
      {say(words)}
    </Link>
  )
}
