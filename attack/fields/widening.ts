import { untried } from '../fuzz/part.ts'
import type { Door } from '../matrix/doors.ts'
import type { Asked, Ground } from './ground.ts'

/** Words that nothing is called by, and that mean nothing to SQL: what they find is found without them. */
const idle = 'zzqx'

/** What one sends to widen what a field narrows: what would be true of all rows, behind the same word, and what any word is like. */
const widening = [`${idle}' or '1'='1`, `${idle}') or ('1'='1`, `${idle}' or 'a'<'b' --`, '%']

/** Where a page goes on: what comes after a sign is no more than that. */
const pages: ReadonlySet<string> = new Set(['?after', '?cursor'])

/** An answer without the words that are asked for here, as they are and as an address has them. */
const besides = (text: string, word: string): string =>
  [word, idle]
    .flatMap((one) => [encodeURIComponent(one), String(new URLSearchParams({ '': one })).slice(1), one])
    .reduce((rest, one) => rest.replaceAll(one, ''), text)

/** The rows of an answer, each as text: of the list in it, or line by line where it is no JSON. */
function rowsIn(text: string): string[] {
  try {
    const body: unknown = JSON.parse(text)
    const list = Array.isArray(body) ? body : Object.values(Object(body)).find((inner) => Array.isArray(inner))
    return Array.isArray(list) ? list.map((row) => JSON.stringify(row)) : []
  } catch {
    return text.split('\n')
  }
}

/**
 * Asks each operation that only reads by one field at a time, all others left out that may be, with words that would widen what it gives. Tells where it
 * gave more than for a word that nothing is called by.
 */
export async function widenEverywhere({ doors, requestTo, send }: Ground, { quick }: { quick: boolean }) {
  const found: string[] = []
  let asked = 0
  let narrowed = 0
  for (const door of doors.filter(
    ({ route, method, described }) => method === 'GET' && !untried.has(route) && isRead(described),
  )) {
    const plain = await requestTo(door)
    const parameters = (door.described.parameters ?? []).filter((one) => one.in === 'query')
    const query = Object.fromEntries(
      parameters.filter(({ required }) => required).map(({ name }) => [name, plain.query[name] ?? '']),
    )
    const bare = { ...plain, query }
    const full = rowsIn((await send(door, bare)).text).length
    const places: [where: string, asking: (word: string) => Asked][] = [
      ...parameters.map(({ name }): [string, (word: string) => Asked] => [
        `?${name}`,
        (word) => ({ ...bare, query: { ...query, [name]: word } }),
      ]),
      ...door.path
        .split('/')
        .flatMap((part, index): [string, (word: string) => Asked][] =>
          part.startsWith('{')
            ? [[part, (word) => ({ ...bare, path: bare.path.split('/').with(index, encodeURIComponent(word)).join('/') })]]
            : [],
        ),
    ]
    for (const [where, asking] of places) {
      const control = await send(door, asking(idle))
      if (control.status === 200 && rowsIn(control.text).length < full) narrowed += 1
      for (const word of quick ? widening.slice(0, 1) : widening) {
        if (word === '%' && pages.has(where)) continue
        asked += 1
        const { status, text } = await send(door, asking(word))
        if (status !== 200) continue
        const [without, rows] = [rowsIn(besides(control.text, word)), rowsIn(besides(text, word))]
        const more = control.status === 200 ? rows.filter((row) => !without.includes(row)) : rows
        if (more.length > 0) found.push(`${door.route} ${where} ${word} gives ${more.length} more: ${more[0]?.slice(0, 120)}`)
      }
    }
  }
  return { asked, narrowed, found }
}

/** Whether what is replied can be compared row by row: no packed sheet, no picture. */
const isRead = ({ responses }: Door['described']): boolean =>
  Object.keys(responses['200']?.content ?? {}).some((type) => /json|csv/.test(type))
