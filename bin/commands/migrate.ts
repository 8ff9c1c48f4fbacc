import { migrate } from '#kernel/database/migrate.ts'
import { openGround } from '../ground.ts'
import { allMigrations } from '../migrations.ts'

/** `linli migrate`: brings the database up to date and, on a Citus cluster, distributes the tables by district. */
export async function run(): Promise<void> {
  const { database } = await openGround()
  const ran = await migrate(database, await allMigrations())
  console.log(ran.length === 0 ? 'the database is up to date' : `ran ${ran.length} migrations`)
  await database.close()
}
