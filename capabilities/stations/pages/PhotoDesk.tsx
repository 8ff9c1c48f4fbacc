import { useState } from 'react'
import { ask, post } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { type Photo, Photos } from '#web/shared/photo/Photos.tsx'
import { Sure } from '#web/shared/Sure.tsx'
import { useSending } from '#web/shared/sending.ts'
import { mostPhotos, type StationPhoto } from '../contract/tending.ts'
import { photoPath } from './StationPhotos.tsx'

interface Desk {
  code: string
  photos: readonly StationPhoto[]
  changed: () => void
}

/** The photos that residents see of a station: put up with what each shows, and taken down. */
export function PhotoDesk({ code, photos, changed }: Desk) {
  const say = useSay()
  const taking = useSending((id: string) => ask(photoPath(code, id), { method: 'DELETE' }), changed)
  return (
    <section className="stack close">
      <h2>{say(w('给居民看的照片', 'Photos for residents'))}</h2>
      <p className="soft small">
        {say(w('拍地方，不拍人；人人都看得到。', 'Of the place, and of nobody: everybody sees them.'))}
      </p>
      <ul className="stack close">
        {photos.map(({ id, caption }) => (
          <li key={id} className="line">
            <img
              loading="lazy"
              src={photoPath(code, id)}
              alt={caption}
              style={{ width: '5.5rem', borderRadius: 'var(--round)' }}
            />
            <span>{caption}</span>
            <div className="far">
              <Sure
                act={w('撤下', 'Take down')}
                means={w('照片会删掉，不能恢复。', 'The photo is deleted, and cannot be brought back.')}
                busy={taking.busy}
                done={() => taking.press(id)}
                of={caption}
              />
            </div>
          </li>
        ))}
      </ul>
      <Trouble problem={taking.problem} />
      {photos.length < mostPhotos ? (
        <PutUp key={photos.length} {...{ code, changed }} />
      ) : (
        <p className="soft">
          {say(w(`已有 ${mostPhotos} 张，要加请先撤下一张。`, `There are ${mostPhotos}: take one down first.`))}
        </p>
      )}
    </section>
  )
}

/** One more, with what it shows: read aloud to whoever does not see it. */
function PutUp({ code, changed }: Pick<Desk, 'code' | 'changed'>) {
  const say = useSay()
  const [chosen, choose] = useState<readonly Photo[]>([])
  const [caption, write] = useState('')
  const [photo] = chosen
  const { busy, problem, press } = useSending((input: StationPhoto) => post(photoPath(code), input), changed)
  return (
    <form
      className="stack close"
      onSubmit={(event) => {
        event.preventDefault()
        if (photo) press({ id: photo.id, caption: caption.trim() })
      }}
    >
      <Photos label={w('加一张', 'One more')} photos={chosen} change={(all) => choose(all.slice(-1))} atOnce />
      {photo && (
        <Line
          label={w('照片上是什么', 'What it shows')}
          hint={w('比如：门口的饮水机', 'For example: the water by the door')}
          value={caption}
          change={write}
          most={60}
        />
      )}
      <Trouble problem={problem} />
      {photo && (
        <button type="submit" className="button main" disabled={busy || caption.trim() === ''}>
          {say(caption.trim() === '' ? w('先写照片上是什么', 'Say what it shows first') : w('给居民看', 'Show it to residents'))}
        </button>
      )}
    </form>
  )
}
