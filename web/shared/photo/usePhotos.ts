import { useEffect, useRef, useState } from 'react'
import { asProblem, type Problem } from '../ask.ts'
import { freshId } from '../fresh.ts'
import { w } from '../language.ts'
import { forgetPhoto, keepPhoto, photoHere } from '../offline/queue.ts'
import { shrink, thumbnail } from './shrink.ts'
import { upload } from './upload.ts'

/** A photo that somebody chose, with a small picture of it for this page. */
export interface Photo {
  /** The server's; of what could not be uploaded yet, the one under which this device keeps it. */
  id: string
  /** Under which this device keeps it until it is sent, uploaded or not. */
  local?: string
  picture?: string
}

/**
 * Whose the photos are. A form takes them with `change`, as long as it is open; what is sent `atOnce` waits for no network, and nor do its photos. With `update` this device keeps each of them from the
 * start, so that they outlive the page, and what arrives late goes into what is there by then; whoever asks for it forgets them.
 */
export type Taking =
  | { change: (photos: Photo[]) => void; atOnce?: boolean; update?: undefined }
  | { update: (change: (now: readonly Photo[]) => Photo[]) => void; change?: undefined }

interface Waiting {
  key: string
  photo: Blob
  picture?: string
  failed: boolean
}

/** Of those that this device keeps, which are being uploaded. */
const underWay = new Set<string>()

/** Taking photos, making them small and uploading them: what waits, what failed, and what this device has no room for. */
export function usePhotos(photos: readonly Photo[], most: number, taking: Taking) {
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [isFull, setFull] = useState(false)
  // Several photos arrive while the page still shows the first, and its writer types on: each goes into what is there by then.
  const latest = useRef(photos)
  useEffect(() => {
    latest.current = photos
  }, [photos])
  const tell = useRef(taking)
  tell.current = taking
  const put = (next: (now: readonly Photo[]) => Photo[]) => {
    const { change, update } = tell.current
    if (update) return update(next)
    latest.current = next(latest.current)
    change([...latest.current])
  }

  const send = async ({ key, photo, picture }: Waiting) => {
    setWaiting((all) => all.map((one) => (one.key === key ? { ...one, failed: false } : one)))
    const reply = await upload(photo)
    // Without a network it stays on this device, and goes up with what it belongs to.
    const waits = !reply.done && reply.problem.status === 0 && !('atOnce' in tell.current && tell.current.atOnce)
    const local = waits ? await keepPhoto(photo).catch(() => undefined) : undefined
    if (!reply.done && local === undefined) {
      setProblem(reply.problem)
      setWaiting((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one)))
      return
    }
    setProblem(undefined)
    setWaiting((all) => all.filter((one) => one.key !== key))
    const id = local ?? (reply.done ? reply.value.id : '')
    put((now) => [...now, { id, ...(picture !== undefined && { picture }) }])
  }
  /** Uploads what this device keeps. Where nothing was decided it stays as it is, and goes later. */
  const sendKept = async (local: string) => {
    if (underWay.has(local)) return
    underWay.add(local)
    const photo = await photoHere(local).catch(() => undefined)
    const reply = photo && (await upload(photo))
    underWay.delete(local)
    if (reply?.done) return put((now) => now.map((one) => (one.id === local ? { ...one, id: reply.value.id } : one)))
    const { status = 404 } = reply?.problem ?? {}
    if (status === 429 || status < 400 || status >= 500) return
    setProblem(reply?.problem ?? gone)
    put((now) => now.filter(({ id }) => id !== local))
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

  const keep = async (photo: Blob) => {
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
      const shown = picture === undefined ? {} : { picture }
      const local = tell.current.update ? await keep(photo) : undefined
      if (local !== undefined) {
        put((now) => [...now, { id: local, local, ...shown }])
        sendKept(local)
        continue
      }
      const one = { key: freshId(), photo, failed: false, ...shown }
      setWaiting((all) => [...all, one])
      await send(one)
    }
  }
  const remove = (photo: Photo) => {
    put((now) => now.filter(({ id }) => id !== photo.id))
    forgetPhoto(photo.local ?? photo.id).catch(() => {})
  }
  return { waiting, problem, isFull, add, send, remove }
}

const gone = asProblem(
  404,
  'notFound',
  w('有一张照片没能存住，请重新拍一张', 'One photo could not be kept: please take it again'),
)
