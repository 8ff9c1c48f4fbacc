import type { Reply } from '../ask.ts'
import { useSay, type Words, w } from '../language.ts'
import type { Spot } from './spot.ts'

interface Said {
  reply: Reply<Spot> | undefined
  /** The map is so far out that a pin points at nothing. */
  isFar: boolean
  take: () => void
}

/** What lies under the pin, and the button that takes it. Outside of the district, or too far out, it stays closed and says why. */
export function PinSays({ reply, isFar, take }: Said) {
  const say = useSay()
  const isThere = reply !== undefined && (reply.done ? reply.value.how !== 'outside' : reply.problem.status === 0)
  return (
    <>
      <p role="status" className={reply && !isThere ? 'note warm' : 'note accent'}>
        {say(wordsOf(reply))}
      </p>
      <button type="button" className="button main wide" disabled={!isThere || isFar} onClick={take}>
        {say(isThere && isFar ? w('先放大一些，再指', 'Zoom in first') : w('就在这里', 'It is here'))}
      </button>
    </>
  )
}

function wordsOf(reply: Reply<Spot> | undefined): Words {
  if (!reply) return w('正在看这里归哪个网格…', 'Looking up the grid here…')
  if (!reply.done)
    return reply.problem.status === 0
      ? w(
          '现在没有网络：先按这个点记下，联网后再核对。',
          'No network now: the point itself is kept, and checked once you are online.',
        )
      : reply.problem.because
  const { how, name } = reply.value
  if (how === 'outside') return w('这里在本区以外，请把地图移回来。', 'This is outside the district: move the map back, please.')
  return how === 'near' ? w(`在边上，归最近的：${name}`, `Just outside; the nearest is ${name}`) : w(`在${name}`, `In ${name}`)
}
