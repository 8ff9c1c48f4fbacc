import type { Person } from '../matrix/cast.ts'
import { type Door, requestFor } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import type { Malformed } from './made.ts'

/** An operation that takes a file, of which kind, and somebody who may send it one. */
export interface Way {
  route: string
  /** Without what would only look: whatever goes through is written. */
  url: string
  kind: Malformed['kind']
  multipart: boolean
  person: Person
  /** What stands in for its place in the address, where that is one of several. */
  what?: string
}

const multipartOf = ({ described }: Door) => described.requestBody?.content['multipart/form-data'] !== undefined
const takesPlaces = ({ described }: Door) =>
  JSON.stringify(described.requestBody?.content['application/json'] ?? '').includes('"FeatureCollection"')

/** Every way by which a file comes in, as the interface describes it, and the operations that take one of which nothing here knows which kind. */
export function waysIn(doors: readonly Door[]): { ways: Way[]; unknown: string[] } {
  const ways: Way[] = []
  const unknown: string[] = []
  for (const door of doors) {
    const multipart = multipartOf(door)
    if (!multipart && !takesPlaces(door)) continue
    const { route, path, described } = door
    const row = expected[route]
    const person = row?.may.find((one) => one !== 'code holder')
    const kind = path === '/api/files' ? 'photo' : path.endsWith('/sheet') ? 'sheet' : multipart ? undefined : 'places'
    if (!row || !person || !kind) {
      unknown.push(`${route}: attack/files knows no file to send to it`)
      continue
    }
    const named = described.parameters?.find((one) => one.in === 'path' && 'enum' in one.schema)
    const choices: (string | undefined)[] = named ? Object(named.schema).enum : [undefined]
    for (const what of choices) {
      const given = Object.entries(row.at ?? {}).map(([name, one]) => [name, typeof one === 'object' ? one.is : '1'])
      const ids = { ...Object.fromEntries(given), ...(named && what !== undefined && { [named.name]: what }) }
      const { url } = requestFor(door, ids, undefined)
      ways.push({ route, url, kind, multipart, person, ...(what !== undefined && { what }) })
    }
  }
  return { ways, unknown }
}
