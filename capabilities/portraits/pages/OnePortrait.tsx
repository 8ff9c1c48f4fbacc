import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { OnDay, Trouble } from '#web/shared/parts.tsx'
import { type Photo, Photos } from '#web/shared/photo/Photos.tsx'
import { Sure } from '#web/shared/Sure.tsx'
import { useSending } from '#web/shared/sending.ts'
import { isoDay } from '#web/shared/time.ts'
import type { PortraitList } from '../contract.ts'
import './portraits.css'

type Portrait = PortraitList['rows'][number]

/** A worker who agreed: the photo that is shown, and what whoever looks may do with it. */
export function OnePortrait({ portrait, changed }: { portrait: Portrait; changed: () => void }) {
  const say = useSay()
  const { id, version, worker, gridName, mine, agreedAt, photo, may } = portrait
  const [photos, setPhotos] = useState<Photo[]>([])
  const { busy, problem, press } = useSending(
    ({ name, input }: { name: string; input: object }, key) => command(`/api/portraits/${id}/${name}`, input, key, version),
    () => {
      setPhotos([])
      changed()
    },
  )
  const chosen = photos.at(-1)
  return (
    <section className="sheet stack close">
      <h2>
        {worker} <span className="soft small">{gridName}</span>
      </h2>
      <p className="soft small">
        {say(mine ? w('您已同意 · ', 'you agreed · ') : w('本人已同意 · ', 'they agreed · '))}
        <OnDay day={isoDay(Date.parse(agreedAt))} />
      </p>
      {photo === undefined ? (
        <p className="soft">{say(w('还没有放照片。', 'No photo yet.'))}</p>
      ) : (
        <img className="portrait" src={photo} alt={say(w(`${worker}的照片`, `photo of ${worker}`))} />
      )}
      <Trouble problem={problem} />
      {may.includes('putPhoto') && (
        <>
          <Photos
            label={photo === undefined ? w('选一张照片', 'A photo') : w('换一张', 'Another one')}
            photos={photos}
            change={setPhotos}
            atOnce
          />
          {chosen && (
            <button
              type="button"
              className="button main wide"
              disabled={busy}
              onClick={() => void press({ name: 'putPhoto', input: { photo: chosen.id } })}
            >
              {say(w('放到网格卡片上', 'Put it on the card'))}
            </button>
          )}
        </>
      )}
      <div className="stack tight">
        {may.includes('takeDown') && (
          <Sure
            act={w('拿下照片', 'Take it down')}
            means={w('照片会删掉，要再放得重新上传。', 'The photo is deleted: to show it again it has to be uploaded anew.')}
            busy={busy}
            done={() => void press({ name: 'takeDown', input: {} })}
          />
        )}
        {may.includes('withdraw') && (
          <Sure
            act={w('撤回同意', 'Take my agreement back')}
            means={w('照片会删掉；以后还可以再同意。', 'The photo is deleted; you may agree again later.')}
            busy={busy}
            done={() => void press({ name: 'withdraw', input: {} })}
          />
        )}
      </div>
    </section>
  )
}
