import { Link, useLocation } from 'wouter'
import { useSay, w } from '../language.ts'
import { useQueued } from './useQueued.ts'

/** A line on every page while something waits on this device: how much, and the way to it. */
export function Unsent() {
  const say = useSay()
  const [here] = useLocation()
  const { mine, others } = useQueued()
  if (here === '/unsent' || mine.length + others === 0) return null
  const asking = mine.filter(({ problem }) => problem).length
  return (
    <Link className={asking > 0 ? 'strip bad' : 'strip'} href="/unsent" role="status">
      {say(
        asking > 0
          ? w(`${asking} 条要您决定`, `${asking} need your decision`)
          : mine.length > 0
            ? w(`${mine.length} 条还没送出，联网后自动送`, `${mine.length} not sent yet: they go once the network is back`)
            : w('本机有另一账号没送出的内容', 'another account has unsent work on this device'),
      )}
      <span aria-hidden="true"> ›</span>
    </Link>
  )
}
