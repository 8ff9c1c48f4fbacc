import { useState } from 'react'
import { PhotoField } from '#web/shared/form/PhotoField.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lastOf } from './words.ts'

/** A photo that goes along if somebody wants one. */
export function OnePhoto({
  label,
  photo,
  take,
}: {
  label: Words
  photo: string | undefined
  take: (id: string | undefined) => void
}) {
  const say = useSay()
  const [wanted, setWanted] = useState(false)
  if (wanted)
    return <PhotoField label={label} ids={photo === undefined ? [] : [photo]} change={(ids) => take(lastOf(ids))} atOnce />
  return (
    <button type="button" className="button plain" onClick={() => setWanted(true)}>
      {say(w(`${label.zh}（可不拍）`, `${label.en} (optional)`))}
    </button>
  )
}
