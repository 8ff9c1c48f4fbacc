import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { arbitraryOf } from '#testing/arbitrary.ts'
import type { Door } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import { hostileTexts, spoilt } from './hostile.ts'

export interface Fuzzed {
  method: Door['method']
  url: string
  headers: Record<string, string>
  payload?: string
}

/** Codes that lead somewhere in the neighbourhood, for fields that have no id in them. */
const codes = [
  'plum',
  'plum-3',
  'garden',
  'north',
  'urban',
  'power',
  'property-1',
  'g-plum',
  'g-garden',
  'neighbours.dispute',
  'municipal.streetLamp',
  'care.minors',
  'units',
  'grids',
  'received',
  '2026',
]

/**
 * Requests to a door: half as its description says, with ids and codes that lead somewhere, mostly to what the door is about (`its`, by
 * the names in its path and query); half with something in them that it does not expect, in the body, the path, the query or a header.
 */
export function requestsTo(
  { method, path, route, described }: Door,
  ids: readonly string[],
  its: Readonly<Record<string, string>>,
): fc.Arbitrary<Fuzzed> {
  const { parameters = [], requestBody } = described
  const known = expected[route]?.input
  const schema = requestBody?.content['application/json']?.schema
  const sane: fc.Arbitrary<unknown> = schema
    ? fc.oneof(
        ...(known ? [fc.constant(known as unknown)] : []),
        arbitraryOf(schema, () => undefined),
      )
    : fc.constant(undefined)
  const leading = fc.constantFrom(...ids, ...codes)
  const anyText = (of: TSchema) => fc.oneof(arbitraryOf(of, () => undefined).map(String), leading)
  const textOf = ({ name, schema: of }: { name: string; schema: TSchema }) =>
    its[name] === undefined
      ? anyText(of)
      : fc.oneof({ weight: 3, arbitrary: fc.constant(its[name]) }, { weight: 1, arbitrary: anyText(of) })
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })
  const part = (place: string, spoils: boolean) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === place)
          .map((one) => {
            const text = spoils
              ? fc.oneof({ weight: 3, arbitrary: textOf(one) }, { weight: 1, arbitrary: hostileTexts })
              : textOf(one)
            return [one.name, one.required ? text : optional(text)]
          }),
      ),
    )
  return fc.boolean().chain((spoils) =>
    fc
      .record({
        inPath: part('path', spoils),
        inQuery: part('query', spoils),
        inHeader: part('header', spoils),
        body: spoils
          ? sane.chain((value) => (value === undefined ? fc.constant(value) : fc.oneof(fc.constant(value), spoilt(value))))
          : sane,
        broken: spoils
          ? fc.constantFrom('', '', '', '', '{"a":', '[', '\u0000', '{"__proto__":{"role":"systemAdmin"}}')
          : fc.constant(''),
      })
      .map(({ inPath, inQuery, inHeader, body, broken }) => {
        const given = (values: Record<string, string | undefined>) =>
          Object.entries(values).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]))
        const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeWell(inPath[name] ?? ''))
        const query = given(inQuery)
          .map(([name, value]) => `${name}=${encodeWell(value)}`)
          .join('&')
        const payload = broken || (body === undefined ? undefined : JSON.stringify(body))
        return {
          method,
          url: query ? `${url}?${query}` : url,
          headers: {
            // What no header can carry is not sent by any client.
            ...Object.fromEntries(
              given(inHeader).map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '').slice(0, 4000)]),
            ),
            ...(payload !== undefined && schema && { 'content-type': 'application/json' }),
          },
          ...(payload !== undefined && schema && { payload }),
        }
      }),
  )
}

/** Half a sign has no place in an address: it goes as the sign for what could not be read. */
const encodeWell = (text: string) => encodeURIComponent(text.toWellFormed())
