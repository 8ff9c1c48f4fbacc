import sharp from 'sharp'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { makePhoto } from '#kernel/files/photo.ts'
import { keepPhoto, namedPhotos, type Store } from '#kernel/files/store.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'

/** Drawn in place of photographs, since nobody lives in the demo: a house with a lamp, four times broken and dark, four times well and lit. */
const scenes = [
  ['#5b6b7a', '#39424b', '#8a6d5a', false],
  ['#6d7682', '#444a50', '#7d7468', false],
  ['#4f5d70', '#33393f', '#94785f', false],
  ['#707a80', '#4a4f52', '#82705e', false],
  ['#8ec5ee', '#7fae6b', '#d9a679', true],
  ['#a5d0f0', '#86b574', '#cf9a72', true],
  ['#9bc9ec', '#7aa968', '#e0b184', true],
  ['#b4d8f2', '#8dbb7c', '#d3a27c', true],
] as const

const drawn = ([sky, ground, wall, well]: (typeof scenes)[number], number: number) => `
<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">
  <rect width="960" height="720" fill="${sky}"/><rect y="520" width="960" height="200" fill="${ground}"/>
  <rect x="${120 + (number % 4) * 30}" y="180" width="420" height="350" fill="${wall}"/>
  ${[0, 1, 2, 3, 4, 5].map((at) => `<rect x="${160 + (number % 4) * 30 + (at % 3) * 120}" y="${220 + Math.floor(at / 3) * 130}" width="70" height="80" fill="${well ? '#fff3c4' : '#2d3338'}"/>`).join('')}
  <rect x="720" y="220" width="14" height="310" fill="#555" transform="rotate(${well ? 0 : 9} 727 530)"/>
  <circle cx="${well ? 727 : 776}" cy="220" r="34" fill="${well ? '#ffe27a' : '#333'}"/>
  ${well ? '' : '<path d="M380 600 l60 -30 l90 20 l40 50 l-110 30 z" fill="#2b2b2b"/>'}
</svg>`

export interface Room {
  database: Database
  store: Store
  ring: Keyring
}

/** Keeps pictures that are drawn for the demo, as named by what is to come, and gives their ids. */
export async function keepDrawn(
  room: Room,
  district: string,
  drawings: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  const ids = await keepUnnamed(room, district, drawings, now)
  await within(room.database, { as: 'owner', district }, (connection) => namedPhotos(district, ids).execute(connection))
  return ids
}

/** Keeps such pictures as uploaded, for something to name, and gives their ids. */
export async function keepUnnamed(
  room: Room,
  district: string,
  drawings: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  const ids: string[] = []
  for (const drawing of drawings) {
    const photo = await makePhoto(await sharp(Buffer.from(drawing)).jpeg().toBuffer())
    if (isRefusal(photo)) throw new Error(`a demo photo was refused: ${photo.because.en}`)
    ids.push(await keepPhoto(room, district, photo, 'demo', now))
  }
  return ids
}

/** The photos of cases: the first half before the work, the second after it. */
export const keepDemoPhotos = (room: Room, district: string, now: Temporal.Instant): Promise<string[]> =>
  keepDrawn(room, district, scenes.map(drawn), now)
