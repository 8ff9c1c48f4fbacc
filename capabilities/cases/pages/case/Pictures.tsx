import { useState } from 'react'
import { useSay, type Words, w } from '#web/shared/language.ts'

/** The photos that belong to something, small, each of which opens whole. */
export function Pictures({ id, photos, label }: { id: string; photos: readonly string[]; label?: Words }) {
  const say = useSay()
  const [covered, setCovered] = useState(false)
  if (photos.length === 0) return null
  if (covered)
    return (
      <section className="field">
        {label && <h2>{say(label)}</h2>}
        <p className="soft">
          {say(
            w(
              '照片打不开：只给报单人和办理人员看，或已过保存期。',
              'The photos do not open: only the reporter and those who handle it see them, or they are kept no longer.',
            ),
          )}
        </p>
      </section>
    )
  return (
    <section className="field">
      {label && <h2>{say(label)}</h2>}
      <ul className="photos">
        {photos.map((photo, index) => (
          <li key={photo}>
            <a href={`/api/cases/${id}/photos/${photo}`} target="_blank" rel="noreferrer">
              <img
                loading="lazy"
                onError={() => setCovered(true)}
                src={`/api/cases/${id}/photos/${photo}`}
                alt={say(w(`第 ${index + 1} 张`, `photo ${index + 1}`))}
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
