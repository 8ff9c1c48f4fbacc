import { sql } from 'kysely'
import { destroyPhotoKeys } from '#kernel/files/store.ts'
import type { Rule } from '#kernel/retention/rule.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'

/** What stations keep for so long and no longer. */
export const stationRules: readonly Rule[] = [
  {
    what: words('停用驿站的照片', 'photos of stations that have ended'),
    table: 'files.files, stations.photos',
    days: 30,
    from: words('停用之日', 'the day on which it ended'),
    why: words('误停用时可以恢复；此后没有人再看', 'should it have been ended by mistake; after that nobody sees them'),
    forget: async (connection, district, before, now) => {
      const { rows } = await sql<{ id: string }>`
        delete from stations.photos where district = ${district} and station in (
          select code from stations.stations where district = ${district} and ends <= ${dayOf(before)}::date)
        returning id`.execute(connection)
      const photos = rows.map(({ id }) => id)
      await destroyPhotoKeys(connection, district, photos, now)
      return { count: photos.length, photos }
    },
  },
]
