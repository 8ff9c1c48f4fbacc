import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { kinds } from '../contract/kinds.ts'
import { placesSaid, whenSaid } from './said.ts'

export const atPath = (code: string) => `/api/bulletins/at/${encodeURIComponent(code)}`

/** A bulletin in a few lines, which lead to all of it. */
export function Brief({ bulletin }: { bulletin: SeenBulletin }) {
  const [say, now] = [useSay(), useNow()]
  const { id, kind, what, state, because } = bulletin
  const taken = state === 'takenBack'
  return (
    <article className="card">
      <Link className="open" href={`/b/${id}`}>
        {taken && say(w('‖ 已撤回：', '‖ Taken back: '))}
        {say(kinds[kind])} · {say(whenSaid(bulletin, now))}
      </Link>
      <p className="soft brief">{placesSaid(bulletin, say)}</p>
      <p className="brief">{taken ? because : what}</p>
    </article>
  )
}
