import { sql } from 'kysely'
import { destroyPhotoKeys } from '#kernel/files/store.ts'
import { type Rule, threeYears } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'

/** What committees keep for so long and no longer. What was resolved and done stays, without its photos. */
export const committeeRules: readonly Rule[] = [
  {
    what: words('议定事项的完成照片', 'photos of what was done for tasks of committees'),
    table: 'files.files',
    days: threeYears,
    from: words('验收之日', 'the day on which the task was accepted'),
    why: words('与办理材料一同备查、审计', 'to look again and for audits, as papers of administration are kept'),
    forget: async (connection, district, before, now) => {
      const { rows } = await sql<{ id: string }>`
        select distinct f.id from tasks.tasks t cross join lateral jsonb_array_elements_text(t.item -> 'photos') p (id)
          join files.files f on f.district = ${district} and f.id = p.id
        where t.district = ${district} and t.state = 'accepted' and t.item -> 'photos' <> '[]'
          and t.item ->> 'acceptedAt' < ${before.toString()} and f.wrapped is not null limit 500`.execute(connection)
      const photos = rows.map(({ id }) => id)
      await destroyPhotoKeys(connection, district, photos, now)
      return { count: photos.length, photos }
    },
  },
]
