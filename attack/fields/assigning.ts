import type { TSchema } from 'typebox'
import { untried } from '../fuzz/part.ts'
import { bodyOf, type Ground } from './ground.ts'
import { changedAt, objects } from './places.ts'

/** What belongs to the server to say: of whom, where, as what, in which state. */
const theirs = [
  'district',
  'role',
  'reporter',
  'state',
  'version',
  'holder',
  'number',
  'account',
  'by',
  'at',
  'everything',
  'constructor',
]

/** Objects whose fields are their sender's to name: GeoJSON has members of its maker's, and units are listed by their codes. None has any effect. */
const free: ReadonlySet<string> = new Set(['POST /api/import/{what} ', 'POST /api/registers/categories/starting-set units'])

/** Every field that a schema names, anywhere in it. */
function namesIn(schema: TSchema): Set<string> {
  const { properties = {}, items, anyOf = [] } = Object(schema)
  const inner: TSchema[] = [...Object.values<TSchema>(properties), ...(items ? [items] : []), ...anyOf]
  return new Set([...Object.keys(properties), ...inner.flatMap((one) => [...namesIn(one)])])
}

/** Sends fields that are not the sender's to say, in each object of each body. Tells of those that were taken. */
export async function assignEverywhere({ doors, requestTo, send, other }: Ground): Promise<{ tried: number; found: string[] }> {
  const found: string[] = []
  let tried = 0
  const tell = (about: string, status: number, text: string) => {
    tried += 1
    // That it is no field, or (of `__proto__`) that nobody reads such a thing.
    if (status !== 400 || !/is no such field|could not be read/.test(text))
      found.push(`${about}: ${status} ${text.slice(0, 160)}`)
  }
  for (const door of doors) {
    const schema = bodyOf(door)
    if (!schema) continue
    const named = namesIn(schema)
    const asked = await requestTo(door)
    for (const way of objects(asked.payload).filter((one) => !free.has(`${door.route} ${one.join('.')}`)))
      for (const name of theirs.filter((one) => !named.has(one))) {
        const payload = changedAt(asked.payload, way, (inner) => ({ ...Object(inner), [name]: name === 'version' ? 0 : other }))
        const { status, text } = await send(door, { ...asked, payload })
        tell(`${door.route} took ${[...way, name].join('.')}`, status, text)
      }
    const proto = JSON.stringify(asked.payload).replace('{', '{"__proto__":{"role":"systemAdmin"},')
    const { status, text } = await send(door, { ...asked, payload: proto })
    tell(`${door.route} took __proto__`, status, text)
  }
  return { tried, found }
}

/** Asks with parameters that are none, and twice with the same. Tells where that changed an answer, or was taken for one value. */
export async function askTwice({ doors, requestTo, send, other }: Ground): Promise<string[]> {
  const found: string[] = []
  for (const door of doors.filter(
    ({ route, method, described }) =>
      !untried.has(route) && method === 'GET' && described.responses['200']?.content?.['application/json'],
  )) {
    const asked = await requestTo(door)
    const needed = (door.described.parameters ?? []).filter((one) => one.in === 'query')
    const query = Object.fromEntries(needed.filter(({ required }) => required).map(({ name }) => [name, asked.query[name] ?? '']))
    const plain = await send(door, { ...asked, query })
    const more = await send(door, {
      ...asked,
      query: { ...query, reporter: other, everything: 'on', as: 'owner', __proto__x: '1' },
    })
    if (more.status !== 400 && more.text !== plain.text)
      found.push(`${door.route} answers otherwise: ${more.status} ${more.text.slice(0, 200)}`)
    for (const { name, schema } of needed.filter((one) => Object(one.schema).type !== 'array')) {
      const twice = `${asked.path}?${new URLSearchParams([...Object.entries(query), [name, asked.query[name] ?? ''], [name, other]])}`
      const { status, text } = await send(door, { ...asked, path: twice, query: {} })
      if (status !== 400) found.push(`${door.route} took ${name} twice (${Object(schema).type}): ${status} ${text.slice(0, 120)}`)
    }
  }
  return found
}
