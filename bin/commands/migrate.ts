import { openGround } from '../ground.ts'

/** `linli migrate`: brings the database up to date and, on a Citus cluster, distributes the tables by district. */
export async function run(): Promise<void> {
  const { database, ran } = await openGround()
  console.log(ran.length === 0 ? 'the database is up to date' : `ran ${ran.length} migrations`)
  await database.close()
}
