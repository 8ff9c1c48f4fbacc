import { sql } from 'kysely'
import { newId } from '#kernel/database/ids.ts'
import { insertMany } from '#kernel/database/many.ts'
import type { Connection } from '#kernel/database/open.ts'

/** Whose opening of a case is told: whoever took it in hand had read what its reporter wrote. */
const opening = ['accept', 'receive', 'resolve']

/** Of whoever opens it these are half covered. */
const covered = ['name', 'phone']

interface Opened {
  subject: string
  item: string
  fields: string[]
  masked: string[] | null
  by: { id: string; name: string; role: string; unit?: string }
  at: Date
}

/** The looks that handling the cases of a district since a moment has left, as the product would have kept them. */
export async function loadLooks(connection: Connection, district: string, since: Temporal.Instant): Promise<void> {
  const { rows } = await sql<Opened>`
    select s.subject, e.item, array_agg(distinct s.field) as fields, array_agg(distinct s.field) filter (where s.field = any (${covered})) as masked, e.body::jsonb->'by' as by, e.at
    from record.events e join vault.secrets s on s.district = e.district and s.item = e.item
    where e.district = ${district} and e.at > ${since.toString()}::timestamptz
      and e.command in (${sql.join(opening)}) and e.body::jsonb->'by'->>'id' <> s.subject
    group by s.subject, e.item, e.body, e.at order by e.at limit 5000`.execute(connection)
  const looks = rows.map(({ subject, item, fields, masked, by, at }) => ({
    ...{ district, id: newId(), subject, item, fields, masked: masked ?? [], reason: 'opened', at: at.toISOString() },
    ...{ by_account: by.id, by_name: by.name, by_role: by.role, by_unit: by.unit ?? null },
  }))
  await insertMany(connection, 'vault', 'looks', looks)
}
