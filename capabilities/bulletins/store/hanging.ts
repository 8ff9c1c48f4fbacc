import { sql } from 'kysely'
import type { Hangs } from '#kernel/place/admin/hanging.ts'
import { startOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'

/**
 * What bulletins have at a unit: those that it signed, which nobody else could take back, and those for it or for what lies in it, if
 * they run beyond its last day.
 */
export const hangsOnBulletins: Hangs = async (connection, district, unit, ends) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from bulletins.bulletins
    where district = ${district} and until_at > ${startOf(ends).toString()}::timestamptz and state = 'published'
      and (unit = ${unit} or concerns && array[${unit}] or around && array[${unit}])`.execute(connection)
  const count = rows[0]?.count ?? 0
  return [
    { what: 'bulletins', count, words: words(`${count} 个还在期内的小区通知`, `${count} bulletins whose time has not passed`) },
  ]
}
