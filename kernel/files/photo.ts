import sharp from 'sharp'
import { type Refusal, refusal } from '../flow/refusal.ts'

/** The largest upload, and the largest picture (50 megapixels is a bomb, not a photo), and the longer side that is kept. */
export const largestUpload = 12 * 1024 * 1024
const largestPixels = 40_000_000
const longerSide = 2000

export interface Photo {
  jpeg: Buffer
  width: number
  height: number
}

/**
 * Makes a photo ours: decoded, turned upright, made smaller, encoded anew. What is not in the pixels (place and time of the
 * shot, the camera, anything hidden behind) does not come along. Only JPEG, PNG, WebP and HEIF are pictures; SVG is a program.
 */
export async function makePhoto(bytes: Buffer): Promise<Photo | Refusal> {
  const known = kindOf(bytes)
  if (!known) return refusal('wrongType', '请上传照片（JPG、PNG、WebP 或 HEIC）', 'upload a photo: JPEG, PNG, WebP or HEIC')
  try {
    const image = sharp(bytes, { limitInputPixels: largestPixels, failOn: 'error', animated: false })
    const { width, height } = await image.metadata()
    if (width * height > largestPixels)
      return refusal(
        'tooLarge',
        '照片像素过大，请用手机相机的普通模式',
        'this picture has too many pixels: use the normal mode of the camera',
      )
    const resized = image.rotate().resize({ width: longerSide, height: longerSide, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await resized.jpeg({ quality: 80, mozjpeg: false }).toBuffer({ resolveWithObject: true })
    return { jpeg: data, width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message))
      return refusal(
        'tooLarge',
        '照片像素过大，请用手机相机的普通模式',
        'this picture has too many pixels: use the normal mode of the camera',
      )
    return refusal(
      'wrongType',
      '这不是能打开的照片，请重新拍摄或选择',
      'this is no picture that can be opened: take or choose another',
    )
  }
}

/** What the first bytes say it is. A name or a declared type is not believed. */
function kindOf(bytes: Buffer): 'jpeg' | 'png' | 'webp' | 'heif' | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'webp'
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp' && /hei|mif1|avif/.test(bytes.subarray(8, 24).toString('latin1')))
    return 'heif'
  return undefined
}
