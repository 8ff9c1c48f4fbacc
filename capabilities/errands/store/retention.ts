import { sql } from 'kysely'
import { destroyPhotoKeys } from '#kernel/files/store.ts'
import { halfYear, type Rule } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'
import { copyDays } from '../timers.ts'

/** What errands keep for so long and no longer. Which papers went where stays, with the resident's account only. */
export const errandRules: readonly Rule[] = [
  {
    what: words(
      '办完、撤回、没有接的代办里居民的说明、评价的话、姓名、电话、查询码',
      'what residents told their helpers, of errands that ended',
    ),
    table: 'vault.secrets, people.query_codes',
    days: halfYear,
    from: words('办好、撤回、不接之日', 'the end of the errand'),
    why: words('核对材料交接、处理投诉', 'to settle questions about papers'),
    forget: async (connection, district, before) => {
      const ended = sql`e.district = ${district} and e.ended_at < ${before.toString()}::timestamptz`
      const told = await sql`
        delete from vault.secrets where district = ${district} and id in (
          select s.id from errands.errands e join vault.secrets s on s.district = ${district} and s.item = e.id
          where ${ended} limit 5000)
        returning 1`.execute(connection)
      const codes = await sql`
        delete from people.query_codes where district = ${district} and hash in (
          select c.hash from errands.errands e join people.query_codes c on c.district = ${district} and c.item = e.id
          where ${ended} limit 5000)
        returning 1`.execute(connection)
      return { count: told.rows.length + codes.rows.length }
    },
  },
  {
    what: words('代办里材料和签字的照片', 'photos of papers and signatures of errands'),
    table: 'files.files',
    days: copyDays,
    from: words(
      '办好、撤回、不接之日；之后才交还的，拍照之日',
      'the end of the errand; of what was handed back later, the day of the photo',
    ),
    why: words('核对材料交接；与复印件同时销毁', 'to settle questions about papers; they go with the copies'),
    forget: async (connection, district, before, now) => {
      const { rows } = await sql<{ id: string }>`
        select distinct f.id from errands.errands e join files.files f on f.district = ${district} and f.id = any (e.photos)
        where e.district = ${district} and e.photos <> '{}' and e.ended_at < ${before.toString()}::timestamptz
          and f.at < ${before.toString()}::timestamptz and f.wrapped is not null limit 500`.execute(connection)
      const photos = rows.map(({ id }) => id)
      await destroyPhotoKeys(connection, district, photos, now)
      return { count: photos.length, photos }
    },
  },
]
