import { useSay, w } from '#web/shared/language.ts'
import type { StationPhoto } from '../contract/tending.ts'

export const photoPath = (code: string, id?: string) =>
  `/api/stations/${encodeURIComponent(code)}/photos${id === undefined ? '' : `/${id}`}`

/** What a station looks like: each photo with what it shows, and opens whole. */
export function StationPhotos({ code, photos }: { code: string; photos: readonly StationPhoto[] }) {
  const say = useSay()
  if (photos.length === 0) return null
  return (
    <section className="sheet stack close">
      <h2>{say(w('照片', 'Photos'))}</h2>
      <ul className="stack close">
        {photos.map(({ id, caption }) => (
          <li key={id}>
            <figure className="stack tight">
              <a href={photoPath(code, id)} target="_blank" rel="noreferrer">
                <img
                  loading="lazy"
                  src={photoPath(code, id)}
                  alt={caption}
                  style={{ width: '100%', borderRadius: 'var(--round)' }}
                />
              </a>
              <figcaption className="soft small">{caption}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  )
}
