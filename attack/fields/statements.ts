import { watchChanges } from '../changes.ts'
import { untried } from '../fuzz/part.ts'
import type { Door } from '../matrix/doors.ts'
import type { Asked, Ground } from './ground.ts'
import { changedAt, texts } from './places.ts'

/** What would end a text of SQL, be true of all rows, do something else, or make it wait; and what no text can have in it. */
const statements = [
  "'",
  "'; drop table cases.cases; --",
  "' || (select pg_sleep(3))::text || '",
  "x' or '1'='1",
  "\\'; delete from record.events; --",
  '$$; update people.accounts set password = null; $$',
  '") or true --',
  '%_%',
  '/* */ x',
  'a\u0000b',
]

/** A request with a text in each place that takes one: in its path, its query, its headers and its body. */
function* spoiltBy(asked: Asked, door: Door, text: () => string): Generator<[where: string, asked: Asked]> {
  const names = door.path.split('/').flatMap((part, index) => (part.startsWith('{') ? [index] : []))
  for (const index of names)
    yield [
      door.path.split('/')[index] ?? '',
      { ...asked, path: asked.path.split('/').with(index, encodeURIComponent(text())).join('/') },
    ]
  for (const name of Object.keys(asked.query)) yield [`?${name}`, { ...asked, query: { ...asked.query, [name]: text() } }]
  for (const { name, in: place } of door.described.parameters ?? [])
    if (place === 'header') yield [name, { ...asked, headers: { ...asked.headers, [name]: encodeURI(text()) } }]
  for (const way of texts(asked.payload))
    yield [way.join('.'), { ...asked, payload: changedAt(asked.payload, way, () => text()) }]
}

/**
 * Puts statements into every field of every operation. Tells where one was run, broke something, changed anything although it was refused, or did
 * anything elsewhere.
 */
export async function stateEverywhere(ground: Ground, { quick }: { quick: boolean }) {
  const { database, other, doors, requestTo, send } = ground
  // Each of the first ones is broken, or late, wherever it is taken for SQL.
  const given = quick ? statements.slice(0, 3) : statements
  const rounds = quick ? 1 : given.length
  const { changed, end } = await watchChanges(database)
  const found: string[] = []
  let fields = 0
  for (const door of doors.filter(({ route }) => !untried.has(route)))
    for (let round = 0; round < rounds; round += 1)
      for (let place = 0; ; place += 1) {
        const statement = given[(place + round) % given.length] ?? ''
        // What went through used up what it was about: each is asked of something that is there.
        const [where, asked] = [...spoiltBy(await requestTo(door), door, () => statement)][place] ?? []
        if (!asked) break
        fields += 1
        await changed()
        const { status, text, took } = await send(door, asked)
        const about = `${door.route} ${where}: ${status} ${text.slice(0, 200)}`
        if (status >= 500) found.push(about)
        const written = status >= 400 ? await changed() : await changed(other)
        found.push(
          ...written.map(
            (table) => `${table} ${status >= 400 ? 'changed all the same' : 'of another district changed'}: ${about}`,
          ),
        )
        if (took > 2500) found.push(`${took.toFixed(0)} ms ${about}`)
        if (/syntax error|unterminated|relation "|pg_catalog|at character/i.test(text)) found.push(`it tells of SQL: ${about}`)
      }
  await end()
  return { fields, found }
}
