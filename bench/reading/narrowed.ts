import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { toldBy } from '#capabilities/cases/search/lexemes.ts'
import { district } from '#demo/geography/names.ts'
import type { Connection, Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import type { Crowd } from '../crowd.ts'

/** How far a search counts. */
const counted = 200
const { code } = district

/**
 * Holds searches that are narrowed by what the index of words does not know to the lists that they narrow, in both orders, page by page: a list that has the words
 * often, one that has none of them in its first thousands, and short ones.
 */
export async function searchNarrowed(crowd: Crowd, database: Database, ring: Keyring): Promise<void> {
  const told = toldBy(ring)
  const inWords = (word: string) =>
    sql`tsvector_to_array(coalesce(w.told, '') || w.seen) && array[${`o${word}`}, ${`t${told(code, word)}`}]`
  const asOwner = <Result>(work: (connection: Connection) => Promise<Result>) =>
    within(database, { as: 'owner', district: code }, work)
  const having = (word: string) =>
    asOwner(async (connection) => {
      const { rows } = await sql<{
        id: string
      }>`select w.id from cases.words w where w.district = ${code} and ${inWords(word)}`.execute(connection)
      return new Set(rows.map(({ id }) => id))
    })
  const pages = async (as: string, query: string, limit: number) => {
    const ids: string[] = []
    for (let next: string | undefined = ''; next !== undefined; ) {
      const { body } = await crowd.get(as, `/api/cases?limit=${limit}&${query}${next && `&cursor=${encodeURIComponent(next)}`}`)
      const page: { rows: { id: string }[]; next?: string } = JSON.parse(body)
      ids.push(...page.rows.map(({ id }) => id))
      next = page.next
    }
    return ids
  }

  const [often, never] = ['晚上', '饕餮']
  const lists = ['urgency=urgent', 'state=merged', 'state=declined,withdrawn', 'state=handling', 'had=return']
  // Urgent, and with a limit that runs: thousands of the latest without the word, and a few of the first with it.
  const some = (order: string, has: boolean, count: number, hours: number) => sql`update cases.cases c
    set urgency = 'urgent', due_at = now() + interval '1 hour' * ${hours} + (now() - c.reported_at) / 10000
    where c.district = ${code} and c.id in (select c.id from cases.cases c join cases.words w on w.district = c.district and w.id = c.id
      where c.district = ${code} and c.state = 'closed' and ${has ? inWords(often) : sql`not ${inWords(often)}`}
      order by c.reported_at ${sql.raw(order)} limit ${count})`
  await asOwner(async (connection) => {
    await some('desc', false, 2500, 24).execute(connection)
    await some('asc', true, 40, 240).execute(connection)
    await sql`analyze cases.cases`.execute(connection)
  })

  for (const [word, least] of [
    [often, 500],
    [never, 0],
  ] as const) {
    const words = await having(word)
    assert.ok(least === 0 ? words.size === 0 : words.size >= least, `${word} stands in ${words.size}`)
    const q = `q=${encodeURIComponent(word)}`
    for (const narrowed of lists) {
      let number = 0
      for (const sort of ['newest', 'due']) {
        const list = await pages('dispatcher', `${narrowed}&sort=${sort}`, 200)
        const rightly = list.filter((id) => words.has(id))
        number = rightly.length
        if (narrowed === lists[0])
          assert.ok(list.length > 2500 && (least === 0 || rightly.length >= 40), `${list.length}, ${rightly.length}`)
        assert.deepEqual(
          await pages('dispatcher', `${q}&${narrowed}&sort=${sort}`, 20),
          rightly,
          `${word}, ${narrowed}, by ${sort}`,
        )
      }
      const { body } = await crowd.get('dispatcher', `/api/cases/count?${q}&${narrowed}`)
      assert.equal(JSON.parse(body).count, Math.min(number, counted), `${word}, ${narrowed}, counted`)
    }
    for (const as of ['community', 'department', 'leader']) {
      const mine = new Set(await pages(as, `${q}&sort=newest`, 200))
      assert.ok(
        [...mine].every((id) => words.has(id)),
        `${as}, ${word}`,
      )
      for (const sort of ['newest', 'due']) {
        const rightly = (await pages(as, `state=merged&sort=${sort}`, 200)).filter((id) => mine.has(id))
        assert.deepEqual(await pages(as, `${q}&state=merged&sort=${sort}`, 20), rightly, `${as}, ${word}, by ${sort}`)
      }
    }
  }
}
