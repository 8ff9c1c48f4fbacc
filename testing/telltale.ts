import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** What begins each word that is hidden in a telltale photo, or in its name. */
export const tell = 'TELLTALE'

/** What a photo is called that says in its name who was where. */
export const telltaleName = `${tell}-name 13877779135.jpg`

/** The seconds of a latitude and of a longitude, as a camera writes them: two numbers, of which one divides the other. */
const seconds = ['1993/100', '1777/100']
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${tell}-xmp</rdf:Description></rdf:RDF></x:xmpmeta>`

/** A grey picture with all that a camera writes beside the pixels: what it is, who has it, when, where, and a profile of its colours. */
const shot = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: 'grey' } })
    .withExif({
      IFD0: { Make: `${tell}-camera`, Artist: `${tell}-owner`, DateTime: '2026:03:02 08:59:58' },
      IFD2: { BodySerialNumber: `${tell}-serial`, DateTimeOriginal: '2026:03:02 08:59:58' },
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: `36/1 0/1 ${seconds[0]}` },
        ...{ GPSLongitudeRef: 'E', GPSLongitude: `119/1 0/1 ${seconds[1]}` },
      },
    })
    .withXmp(xmp)
    .withIccProfile('p3')

/** An archive of one file that is not packed, as it stands behind the end of a picture. */
function archive(): Buffer {
  const [name, content] = [Buffer.from(`${tell}-archived.txt`), Buffer.from(`${tell}-archive`)]
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt32LE(crc32(content), 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, content])
}

/** With what stands in segments that `sharp` does not write: a comment, and a caption as agencies have it (IPTC). */
function jpegOf(bytes: Buffer): Buffer {
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  }
  const caption = Buffer.from(`${tell}-caption`)
  const field = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, caption.length]), caption])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(field.length)
  const resource = [
    Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000', 'latin1'),
    size,
    field,
    Buffer.alloc(field.length % 2),
  ]
  return Buffer.concat([
    bytes.subarray(0, 2),
    segment(0xfe, Buffer.from(`${tell}-comment`)),
    segment(0xed, Buffer.concat(resource)),
    bytes.subarray(2),
    archive(),
  ])
}

/** With texts of its own beside the pixels, plain, packed and private. */
function pngOf(bytes: Buffer): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const [named, length, sum] = [Buffer.concat([Buffer.from(type), content]), Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const packed = deflateSync(Buffer.from(`${tell}-packed`))
  const ofHead = 8 + 25
  return Buffer.concat([
    bytes.subarray(0, ofHead),
    chunk('tEXt', Buffer.from(`Author\u0000${tell}-author`, 'latin1')),
    chunk('iTXt', Buffer.from(`Comment\u0000\u0000\u0000\u0000\u0000${tell}-comment`, 'latin1')),
    chunk('zTXt', Buffer.concat([Buffer.from('Packed\u0000\u0000', 'latin1'), packed])),
    chunk('prVt', Buffer.from(`${tell}-private`)),
    bytes.subarray(ofHead),
    archive(),
  ])
}

/** With a piece of its own at the end. */
function webpOf(bytes: Buffer): Buffer {
  const [head, words] = [Buffer.from('TELL\u0000\u0000\u0000\u0000', 'latin1'), Buffer.from(`${tell}-chunk`)]
  head.writeUInt32LE(words.length, 4)
  const longer = Buffer.concat([bytes, head, words])
  longer.writeUInt32LE(longer.length - 8, 4)
  return Buffer.concat([longer, archive()])
}

/** Photos of each kind that is taken, with everything hidden in them that can be: by the kind, as its file is called. */
export async function telltalePhotos(): Promise<{ kind: string; bytes: Buffer }[]> {
  return [
    { kind: 'jpg', bytes: jpegOf(await shot().jpeg().toBuffer()) },
    { kind: 'png', bytes: pngOf(await shot().png().toBuffer()) },
    { kind: 'webp', bytes: webpOf(await shot().webp().toBuffer()) },
    { kind: 'avif', bytes: await shot().avif().toBuffer() },
  ]
}

let jpeg: Promise<Buffer> | undefined
/** A small grey JPEG with everything hidden in it that can be. */
export function telltaleJpeg(): Promise<Buffer> {
  jpeg ??= shot().jpeg().toBuffer().then(jpegOf)
  return jpeg
}

/** The numbers of a place as they stand in a file, whichever end of a number comes first. */
export const tellingPlaces: readonly Buffer[] = seconds.flatMap((fraction) => {
  const [small, large] = [Buffer.alloc(8), Buffer.alloc(8)]
  for (const [at, number] of fraction.split('/').entries()) {
    small.writeUInt32LE(Number(number), at * 4)
    large.writeUInt32BE(Number(number), at * 4)
  }
  return [small, large]
})

/** What a picture, or any other bytes, still tell of what is hidden in telltale photos: none if they tell nothing. */
export async function toldBy(bytes: Buffer): Promise<string[]> {
  const found = [...bytes.toString('latin1').matchAll(new RegExp(`${tell}[-a-z]*`, 'g'))].map(([word]) => word)
  if (bytes.toString('latin1').includes('PK\u0003\u0004')) found.push('an archive')
  if (tellingPlaces.some((place) => bytes.includes(place))) found.push('where it was shot')
  const picture = await sharp(bytes).metadata()
  for (const part of ['exif', 'xmp', 'icc', 'iptc', 'comments'] as const) if (picture[part]) found.push(part)
  return found
}
