import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { tablesByDistrict } from './tables.ts'

/** That somebody tried, and that they came in or did not; and that a process took numbers to give to cases, which it gives or not. */
const noChange: ReadonlySet<string> = new Set(['people.attempts', 'people.sign_ins', 'cases.numbers'])

/**
 * Notes from now on whenever a row is written in a table that holds rows by district, by whichever role: what a request changed is asked
 * for at once, however much there is by then. What is undone is not noted, nor what is no change. Gives how to ask which tables were
 * written in since it was last asked, of one district or of all, and how to end it.
 */
export async function watchChanges(database: Database) {
  const owner = { as: 'owner' } as const
  await within(database, owner, async (connection) => {
    const run = (statement: string) => sql.raw(statement).execute(connection)
    const tables = (await tablesByDistrict(connection)).filter((table) => !noChange.has(table))
    await run('create schema attack')
    await run('create table attack.written (name text not null, district text not null)')
    await run(`create function attack.note() returns trigger language plpgsql security definer as $$
      begin
        if tg_op <> 'INSERT' then
          insert into attack.written values (tg_table_schema || '.' || tg_table_name, old.district);
        end if;
        if tg_op <> 'DELETE' then
          insert into attack.written values (tg_table_schema || '.' || tg_table_name, new.district);
        end if;
        return null;
      end $$`)
    for (const table of tables) {
      await run(`create trigger noted after insert or delete on ${table} for each row execute function attack.note()`)
      await run(`create trigger noted_otherwise after update on ${table} for each row
        when (old.* is distinct from new.*) execute function attack.note()`)
    }
  })
  return {
    changed: (district?: string) =>
      within(database, owner, async (connection) => {
        const { rows } = await sql<{ name: string }>`
          with asked as (delete from attack.written returning name, district) select distinct name from asked
          where ${district === undefined ? sql`true` : sql`district = ${district}`} order by name`.execute(connection)
        return rows.map(({ name }) => name)
      }),
    end: () => within(database, owner, (connection) => sql`drop schema attack cascade`.execute(connection)),
  }
}
