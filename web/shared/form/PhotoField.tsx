import type { Words } from '../language.ts'
import { type Photo, Photos } from '../photo/Photos.tsx'

// The small pictures live as long as the page: the value that is sent has ids only.
const pictures = new Map<string, Photo>()

interface Field {
  label: Words
  ids: string[]
  change: (value: unknown) => void
  atOnce?: boolean | undefined
  /** How many there may be. */
  most?: number | undefined
}

/** Photos of a form. */
export function PhotoField({ label, ids, change, atOnce = false, most }: Field) {
  const photos = ids.map((id) => pictures.get(id) ?? { id })
  const keepThem = (all: Photo[]) => {
    for (const photo of all) pictures.set(photo.id, photo)
    change(all.map(({ id }) => id))
  }
  return <Photos label={label} photos={photos} change={keepThem} atOnce={atOnce} {...(most !== undefined && { most })} />
}
