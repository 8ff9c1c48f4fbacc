import { useEffect, useRef, useState } from 'react'
import { type Problem, post } from '../ask.ts'
import { freshId } from '../fresh.ts'
import { useSay, type Words, w } from '../language.ts'
import { forgetPhoto, keepPhoto } from '../offline/queue.ts'
import { Trouble } from '../parts.tsx'
import { shrink, thumbnail } from './shrink.ts'

/** A photo that the server has, with a small picture of it for this page. */
export interface Photo {
  id: string
  picture?: string
}

interface Waiting {
  key: string
  photo: Blob
  picture?: string
  failed: boolean
}

const most = 9

/** Takes photos with the camera or from the album, makes them small, and sends them; what failed can be sent again. */
export function Photos({ label, photos, change }: { label: Words; photos: readonly Photo[]; change: (photos: Photo[]) => void }) {
  const say = useSay()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [problem, setProblem] = useState<Problem>()
  // Several photos arrive while the page still shows the first: each is added to what is there by then.
  const latest = useRef(photos)
  useEffect(() => {
    latest.current = photos
  }, [photos])

  const send = async ({ key, photo, picture }: Waiting) => {
    setWaiting((all) => all.map((one) => (one.key === key ? { ...one, failed: false } : one)))
    const form = new FormData()
    form.append('file', photo, 'photo.jpg')
    const reply = await post<{ id: string }>('/api/files', form)
    // Without a network it stays on this device, and goes up with what it belongs to.
    const local = !reply.done && reply.problem.status === 0 ? await keepPhoto(photo).catch(() => undefined) : undefined
    if (!reply.done && local === undefined) {
      setProblem(reply.problem)
      setWaiting((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one)))
      return
    }
    setProblem(undefined)
    setWaiting((all) => all.filter((one) => one.key !== key))
    latest.current = [
      ...latest.current,
      { id: local ?? (reply.done ? reply.value.id : ''), ...(picture !== undefined && { picture }) },
    ]
    change([...latest.current])
  }
  const add = async (files: File[]) => {
    for (const file of files.slice(0, most - photos.length - waiting.length)) {
      const photo = await shrink(file)
      const picture = await thumbnail(photo)
      const one = { key: freshId(), photo, failed: false, ...(picture !== undefined && { picture }) }
      setWaiting((all) => [...all, one])
      await send(one)
    }
  }

  return (
    <div className="field">
      <span className="legend">{say(label)}</span>
      <ul className="photos">
        {photos.map(({ id, picture }, index) => (
          <li key={id}>
            <img src={picture} alt={say(w(`第 ${index + 1} 张照片`, `photo ${index + 1}`))} />
            <button
              type="button"
              className="remove"
              aria-label={say(w(`去掉第 ${index + 1} 张`, `Remove photo ${index + 1}`))}
              onClick={() => {
                change(photos.filter((one) => one.id !== id))
                forgetPhoto(id).catch(() => {})
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
        {waiting.map((one) => (
          <li key={one.key}>
            <img src={one.picture} alt="" style={{ opacity: 0.5 }} />
            {one.failed ? (
              <button type="button" className="again" onClick={() => send(one)}>
                {say(w('没传上，再传', 'Send again'))}
              </button>
            ) : (
              <span className="unseen" role="status">
                {say(w('正在上传', 'Uploading'))}
              </span>
            )}
          </li>
        ))}
        {photos.length + waiting.length < most && (
          <>
            <Adding words={w('拍照', 'Camera')} camera add={add} />
            <Adding words={w('相册', 'Album')} add={add} />
          </>
        )}
      </ul>
      <Trouble problem={problem} />
    </div>
  )
}

function Adding({ words, camera = false, add }: { words: Words; camera?: boolean; add: (files: File[]) => void }) {
  const say = useSay()
  return (
    <li>
      <label className="adding" style={{ height: '100%' }}>
        <span aria-hidden="true">＋</span>
        {say(words)}
        <input
          type="file"
          accept="image/*"
          className="unseen"
          {...(camera ? { capture: 'environment' as const } : { multiple: true })}
          onChange={(event) => {
            add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
    </li>
  )
}
