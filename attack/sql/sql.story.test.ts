import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { ownDatabase, testOnServer } from '#testing/database.ts'
import { probeDistricts } from './districts.ts'
import { filledDistrict } from './filled.ts'
import { probePosts } from './posts.ts'

/** Policies as somebody might write them by mistake, and what is found of each. */
const crossing: readonly [planted: string, found: RegExp][] = [
  ['alter table visits.visits disable row level security', /visits\.visits: command of another district reads/],
  ['alter policy by_district on errands.errands using (true)', /errands\.errands: command of another district reads/],
  ['alter policy in_district on grids.groups using (true)', /grids\.groups: read of another district reads/],
  ['alter policy by_district on tasks.tasks with check (true)', /tasks\.tasks: command of another district moves/],
  [
    'alter policy by_district on people.idle_ends with check (true)',
    /people\.idle_ends: command of another district writes a row of their own|came through to .*insert into people\.idle_ends/,
  ],
  ['grant delete on meetings.meetings to linli_read', /meetings\.meetings: who reads may delete/],
  ['grant update on record.seals to linli_command', /record\.seals: the past may be changed/],
  ['truncate branches.members', /branches\.members: nothing was tried/],
]
const acrossPosts: readonly [planted: string, found: RegExp][] = [
  [
    'alter policy by_post on applications.applications using (district = app.district())',
    /applications\.applications\.id: resident .* reads of/,
  ],
  [
    "alter policy by_post on portraits.portraits using (district = app.district() and app.sees(places, '{}'))",
    /portraits\.portraits\.id: .*does not get/,
  ],
  [
    "alter policy mine on cases.followers using (district = app.district() and app.sees('{}', array[party]))",
    /cases\.followers\.id: caller/,
  ],
  ['alter policy of_the_item on flow.limits using (district = app.district())', /flow\.limits\.item: resident/],
]

testOnServer(
  'a policy that lets somebody through is found, of whatever table, and a table in which nothing is tried',
  async () => {
    const database = await ownDatabase()
    const plant = (statements: readonly (readonly [string, RegExp])[]) =>
      within(database, { as: 'owner' }, async (connection) => {
        for (const [statement] of statements) await sql.raw(statement).execute(connection)
      })
    const { district } = await filledDistrict(database)
    const other = (await filledDistrict(database)).district
    assert.deepEqual((await probePosts(database, district)).wrong, [])
    assert.deepEqual((await probeDistricts(database, district, other)).wrong, [])
    await plant(acrossPosts)
    const posts = (await probePosts(database, district)).wrong
    for (const [planted, found] of acrossPosts)
      assert.ok(
        posts.some((line) => found.test(line)),
        planted,
      )
    await plant(crossing)
    const districts = (await probeDistricts(database, district, other)).wrong
    for (const [planted, found] of crossing)
      assert.ok(
        districts.some((line) => found.test(line)),
        planted,
      )
    await database.close()
  },
)
