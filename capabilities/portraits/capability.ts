import { Compile } from 'typebox/compile'
import { idOf } from '#kernel/database/ids.ts'
import { erasedPhotos, namedPhotos, strangePhotos, unnamedPhotos } from '#kernel/files/store.ts'
import type { Blank } from '#kernel/flow/command.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { gridAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { type Portrait, PutPhoto } from './contract.ts'
import { type PortraitFacts, portraitFlow } from './flow.ts'

const put = Compile(PutPhoto)

/** The photos of grid workers: one of a person at a grid. A photo is named by who uploaded it, and by nobody else. */
export const portraits: Capability<Portrait, PortraitFacts> = {
  flow: portraitFlow,
  async facts(connection, { actor: { district, id, unit }, now, item, sent }) {
    const input: unknown = sent?.input
    const photos = sent?.name === 'putPhoto' && put.Check(input) && input.photo !== photoIn(item) ? [input.photo] : []
    const strange = photos.length > 0 ? await strangePhotos(connection, district, photos, [id]) : []
    const agrees = sent?.name === 'agree' && unit !== undefined
    return {
      isUploaded: strange.length === 0,
      grid: agrees ? await gridAt(connection, district, unit, dayOf(now)) : undefined,
    }
  },
  subject: (actor, item) => (item.state === 'new' ? actor.id : item.worker.id),
  idFor: ({ district, id, unit }) => idOf(`portrait ${district} ${id} ${unit ?? ''}`),
  alongside: (before, after) => {
    const [was, is] = [photoIn(before), photoIn(after)]
    if (was === is) return []
    return [...(is === undefined ? [] : [namedPhotos(after.district, [is])]), ...(was === undefined ? [] : [gone(after, was)])]
  },
}

/** What a worker takes back, or leaves behind with their post, is noise at once; what is replaced or taken down goes as what nobody ever named. */
const gone = (after: Portrait, photo: string) =>
  after.state === 'withdrawn'
    ? erasedPhotos(after.district, [photo], Temporal.Instant.from(after.withdrawnAt))
    : unnamedPhotos(after.district, [photo])

const photoIn = (item: Portrait | Blank | undefined): string | undefined => (item?.state === 'shown' ? item.photo : undefined)
