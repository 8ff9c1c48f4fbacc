import { within } from '#kernel/database/within.ts'
import { keptPhotos, photoBytes, photoKey } from '#kernel/files/store.ts'
import { attached } from '#testing/stage.ts'
import { tell, tellingPlaces, telltalePhotos, toldBy } from '#testing/telltale.ts'
import type { Door } from '../matrix/doors.ts'
import { requestFor } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import { saidInTables } from '../said.ts'
import type { furnishedDistrict } from '../world.ts'

type World = Awaited<ReturnType<typeof furnishedDistrict>>

/**
 * Uploads photos of each kind with all in them that a camera writes, and looks for it: in what is kept, in every row, and in what each
 * operation that shows a photo replies to whoever may have it. An operation that showed none is told of as well.
 */
export async function photosAsServed(world: World, doors: readonly Door[]) {
  const { app, database, district, store, house, hands } = world
  const told: string[] = []
  const reporter = hands.get('reporter')
  if (!reporter) throw new Error('there is nobody who reports')
  for (const { kind, bytes } of await telltalePhotos()) {
    if ((await toldBy(bytes)).length < 5) told.push(`nothing hides in what is sent (${kind})`)
    if (!(await attached(world, reporter, bytes))) told.push(`a photo (${kind}) is not taken`)
  }

  const shows = doors.filter(({ described }) => described.responses['200']?.content?.['image/jpeg'])
  for (const door of shows) {
    const row = expected[door.route]
    const shown: number[] = []
    for (const person of row?.may ?? []) {
      const { method, url } = requestFor(door, row ? await world.idsOf(row) : {}, undefined)
      const cookie = hands.get(person)?.cookie
      const reply = await app.inject({ method, url, headers: { 'linli-district': district, ...(cookie && { cookie }) } })
      shown.push(reply.statusCode)
      if (reply.statusCode !== 200) continue
      const words = await toldBy(reply.rawPayload)
      if (JSON.stringify(reply.headers).includes(tell)) words.push('its name')
      if (words.length > 0) told.push(`${door.route} to ${person}: ${words.join(', ')}`)
    }
    if (!shown.includes(200)) told.push(`${door.route} showed no photo to anybody: ${shown.join()}`)
  }

  // Last, what is kept: all that was uploaded here, and for what was shown.
  let photos = 0
  const ids = await within(database, { as: 'owner' }, keptPhotos)
  for (const id of ids) {
    const key = await within(database, { as: 'owner' }, (connection) => photoKey(connection, house.ring, district, id))
    const bytes = key && (await photoBytes(store, key, district, id))
    if (!bytes) continue
    photos += 1
    told.push(...(await toldBy(bytes)).map((word) => `kept: ${word}`))
  }
  told.push(...(await saidInTables(database, district, [tell, ...tellingPlaces])))
  return { told, photos, routes: shows.length }
}
