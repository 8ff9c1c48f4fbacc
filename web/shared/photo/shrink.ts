/** The longest side that a photo is sent with, in pixels: enough to read a door plate, small enough for a slow network. */
const longest = 1600

/**
 * A photo made small enough to send, as JPEG, turned upright. Drawing it anew also drops where and with what it was taken.
 * What this browser cannot read (some phones' own formats) is sent as it is; the server judges.
 */
export async function shrink(photo: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
    const drawn = await draw(picture, longest, 0.85)
    return drawn ?? photo
  } catch {
    return photo
  }
}

/** A very small picture as a data URL, to show again after the page was closed. Undefined where it cannot be drawn. */
export async function thumbnail(photo: Blob): Promise<string | undefined> {
  try {
    const drawn = await draw(await createImageBitmap(photo), 200, 0.7)
    return drawn && (await dataUrl(drawn))
  } catch {
    return undefined
  }
}

async function draw(picture: ImageBitmap, most: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((give) => canvas.toBlob((blob) => give(blob ?? undefined), 'image/jpeg', quality))
}

const dataUrl = (blob: Blob): Promise<string | undefined> =>
  new Promise((give) => {
    const reader = new FileReader()
    reader.onload = () => give(typeof reader.result === 'string' ? reader.result : undefined)
    reader.onerror = () => give(undefined)
    reader.readAsDataURL(blob)
  })
