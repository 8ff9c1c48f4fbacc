import { useEffect, useRef, useState } from 'react'
import { asProblem, type Problem, post, type Reply } from '../ask.ts'
import { freshId } from '../fresh.ts'
import { useSay, type Words, w } from '../language.ts'
import { forgetPhoto, keepPhoto, photoHere } from '../offline/queue.ts'
import { Trouble } from '../parts.tsx'
import { shrink, thumbnail } from './shrink.ts'

/** A photo that somebody chose, with a small picture of it for this page. */
export interface Photo {
  /** The server's; of what could not be uploaded yet, the one under which this device keeps it. */
  id: string
  /** Under which this device keeps it until it is sent, uploaded or not. */
  local?: string
  picture?: string
}

interface Waiting {
  key: string
  photo: Blob
  picture?: string
  failed: boolean
}

interface Chosen {
  label: Words
  photos: readonly Photo[]
  change: (photos: Photo[]) => void
  /** Whether this device keeps every photo, so that they outlive the page: whoever asks for it forgets them in the end. */
  keeps?: boolean
}

const most = 9
/** Of those that this device keeps, which are being uploaded. */
const underWay = new Set<string>()

function upload(photo: Blob): Promise<Reply<{ id: string }>> {
  const form = new FormData()
  form.append('file', photo, 'photo.jpg')
  return post<{ id: string }>('/api/files', form)
}

/** Takes photos with the camera or from the album, makes them small, and sends them; what failed can be sent again. */
export function Photos({ label, photos, change, keeps = false }: Chosen) {
  const say = useSay()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [isFull, setFull] = useState(false)
  // Several photos arrive while the page still shows the first, and its writer types on: each goes into what is there by then.
  const latest = useRef(photos)
  useEffect(() => {
    latest.current = photos
  }, [photos])
  const tell = useRef(change)
  tell.current = change
  const put = (next: readonly Photo[]) => {
    latest.current = next
    tell.current([...next])
  }

  const send = async ({ key, photo, picture }: Waiting) => {
    setWaiting((all) => all.map((one) => (one.key === key ? { ...one, failed: false } : one)))
    const reply = await upload(photo)
    // Without a network it stays on this device, and goes up with what it belongs to.
    const local = !reply.done && reply.problem.status === 0 ? await keepPhoto(photo).catch(() => undefined) : undefined
    if (!reply.done && local === undefined) {
      setProblem(reply.problem)
      setWaiting((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one)))
      return
    }
    setProblem(undefined)
    setWaiting((all) => all.filter((one) => one.key !== key))
    put([...latest.current, { id: local ?? (reply.done ? reply.value.id : ''), ...(picture !== undefined && { picture }) }])
  }
  /** Uploads what this device keeps. Where nothing was decided it stays as it is, and goes later. */
  const sendKept = async (local: string) => {
    if (underWay.has(local)) return
    underWay.add(local)
    const photo = await photoHere(local).catch(() => undefined)
    const reply = photo && (await upload(photo))
    underWay.delete(local)
    if (reply?.done) return put(latest.current.map((one) => (one.id === local ? { ...one, id: reply.value.id } : one)))
    const { status = 404 } = reply?.problem ?? {}
    if (status === 429 || status < 400 || status >= 500) return
    setProblem(reply?.problem ?? gone)
    put(latest.current.filter(({ id }) => id !== local))
    forgetPhoto(local).catch(() => {})
  }
  const uploads = useRef(sendKept)
  uploads.current = sendKept
  useEffect(() => {
    const go = () => {
      for (const { id, local } of latest.current) if (id === local) uploads.current(id)
    }
    go()
    addEventListener('online', go)
    return () => removeEventListener('online', go)
  }, [])

  const kept = async (photo: Blob) => {
    try {
      return await keepPhoto(photo)
    } catch {
      setFull(true)
      return undefined
    }
  }
  const add = async (files: File[]) => {
    setProblem(undefined)
    for (const file of files.slice(0, most - photos.length - waiting.length)) {
      const photo = await shrink(file)
      const picture = await thumbnail(photo)
      const local = keeps ? await kept(photo) : undefined
      const shown = picture === undefined ? {} : { picture }
      if (local) {
        put([...latest.current, { id: local, local, ...shown }])
        sendKept(local)
        continue
      }
      const one = { key: freshId(), photo, failed: false, ...shown }
      setWaiting((all) => [...all, one])
      await send(one)
    }
  }
  const remove = (photo: Photo) => {
    put(latest.current.filter(({ id }) => id !== photo.id))
    forgetPhoto(photo.local ?? photo.id).catch(() => {})
  }
  const notUp = photos.filter(({ id, local }) => id === local).length

  return (
    <div className="field">
      <span className="legend">{say(label)}</span>
      <ul className="photos">
        {photos.map((photo, index) => (
          <li key={photo.local ?? photo.id}>
            <img src={photo.picture} alt={say(w(`第 ${index + 1} 张照片`, `photo ${index + 1}`))} />
            <button
              type="button"
              className="remove"
              aria-label={say(w(`去掉第 ${index + 1} 张`, `Remove photo ${index + 1}`))}
              onClick={() => remove(photo)}
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
      {notUp > 0 && (
        <p className="soft small" role="status">
          {say(
            w(
              `${notUp} 张存在这部手机上，有网络就上传。`,
              `${notUp} kept on this phone: they go up as soon as there is a network.`,
            ),
          )}
        </p>
      )}
      {isFull && (
        <p className="note warm" role="alert">
          {say(
            w(
              '这部手机存满了，照片没能存下：关掉这一页就没有了，请尽快送出，或先丢掉没写完的。',
              'This phone has no room left, so the photo is not kept: closing this page loses it. Send soon, or throw unfinished ones away.',
            ),
          )}
        </p>
      )}
      <Trouble problem={problem} />
    </div>
  )
}

const gone = asProblem(
  404,
  'notFound',
  w('有一张照片没能存住，请重新拍一张', 'One photo could not be kept: please take it again'),
)

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
