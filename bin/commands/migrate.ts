import { grantServing } from '../grants.ts'
import { openGround } from '../ground.ts'

/**
 * `linli migrate`: brings the database up to date and, on a Citus cluster, distributes the tables by district. Where another login
 * serves (`linli_app`), grants it what it needs.
 */
export async function run(): Promise<void> {
  const { database, ran } = await openGround()
  console.log(ran.length === 0 ? 'the database is up to date' : `ran ${ran.length} migrations`)
  if (await grantServing(database)) console.log('linli_app may serve')
  await database.close()
}
