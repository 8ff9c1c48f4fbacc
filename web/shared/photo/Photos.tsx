import { useEffect, useRef } from 'react'
import { useSay, type Words, w } from '../language.ts'
import { Trouble } from '../parts.tsx'
import { type Photo, type Taking, usePhotos } from './usePhotos.ts'

export type { Photo }

/** Takes photos with the camera or from the album, makes them small, and sends them; what failed can be sent again. As many as `most`: nine, where nothing else is said. */
export function Photos({
  label,
  photos,
  most = 9,
  ...taking
}: { label: Words; photos: readonly Photo[]; most?: number } & Taking) {
  const say = useSay()
  const { waiting, problem, isFull, add, send, remove } = usePhotos(photos, most, taking)
  // A picture that is pasted, wherever on the page, comes to its photos.
  const put = useRef(add)
  put.current = add
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      put.current(files)
    }
    addEventListener('paste', pasted)
    return () => removeEventListener('paste', pasted)
  }, [])
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
