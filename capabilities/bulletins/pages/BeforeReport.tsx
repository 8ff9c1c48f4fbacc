import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { exact } from '#web/shared/time.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { kinds } from '../contract/kinds.ts'
import { type Asked, matches } from './answers.ts'
import { atPath, Brief } from './Running.tsx'
import { whenSaid } from './said.ts'

/**
 * What runs at a place, above a report that is being written there. What may be its answer is asked about first; the report itself
 * goes on below.
 */
export function BeforeReport({ place, words, category }: Asked) {
  const [say, now] = [useSay(), useNow()]
  const { value = [] } = useLoaded<SeenBulletin[]>(place === undefined ? undefined : atPath(place))
  const running = value.filter(({ state }) => state === 'published')
  if (running.length === 0) return null
  const answers = running.filter(({ kind }) => matches(kind, { words, category }))
  return (
    <section className="stack close" aria-label={say(w('这里的通知', 'Bulletins here'))}>
      {answers.map((bulletin) => {
        const [when, back] = [whenSaid(bulletin, now), exact(Date.parse(bulletin.until), now)]
        const { zh, en } = kinds[bulletin.kind]
        return (
          <div key={bulletin.id} className="note warm stack close" role="status">
            <p className="strong">
              {say(
                w(
                  `${when.zh} ${zh}，预计${back.zh} 恢复；还是要报单？`,
                  `${en}: ${when.en}, back by ${back.en}. Report it all the same?`,
                ),
              )}
            </p>
            <p className="brief">{bulletin.what}</p>
            <div className="line">
              <Link className="button" href={`/b/${bulletin.id}`}>
                {say(w('看通知', 'Read it'))}
              </Link>
              <Link className="button" href="/">
                {say(w('知道了，不报了', 'I see: no report'))}
              </Link>
            </div>
            <p className="small">{say(w('要报就接着往下走。', 'To report all the same, go on below.'))}</p>
          </div>
        )
      })}
      {running
        .filter((bulletin) => !answers.includes(bulletin))
        .slice(0, 3)
        .map((bulletin) => (
          <Brief key={bulletin.id} bulletin={bulletin} />
        ))}
    </section>
  )
}
