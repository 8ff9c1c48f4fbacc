import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { arbitraryOf } from '#testing/arbitrary.ts'

/** A parameter or body of an operation, as the OpenAPI document describes it. */
interface Part {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: TSchema
}
interface Described {
  parameters?: Part[]
  requestBody?: { content: Record<string, { schema?: TSchema }> }
  responses: Record<string, { content?: Record<string, { schema?: TSchema }> }>
}
export interface Description {
  paths: Record<string, Record<string, Described>>
}

/** One operation of the interface, as `GET /api/cases/{id}`. */
export interface Door {
  route: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  described: Described
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Every operation that the interface describes. */
export const doorsOf = ({ paths }: Description): Door[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const described = operations[method.toLowerCase()]
      return described ? [{ route: `${method} ${path}`, method, path, described }] : []
    }),
  )

const edge = 'the-edge-of-a-part'

/** A body that carries one file, and its type. */
const carrying = (file: Buffer) => ({
  type: `multipart/form-data; boundary=${edge}`,
  payload: Buffer.concat([
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`),
    file,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ]),
})

/** A request that the operation's own description admits, with ids for its path, and a file where one is sent. Drawn the same each time. */
export function requestFor({ method, path, described }: Door, ids: Record<string, string>, given?: object, file?: Buffer) {
  const { parameters = [], requestBody } = described
  const seeded = (schema: TSchema) =>
    fc.sample(
      arbitraryOf(schema, () => undefined),
      { numRuns: 1, seed: 7 },
    )[0]
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(ids[name] ?? String(seeded(partOf(parameters, name)))),
  )
  const query = parameters.filter((part) => part.in === 'query' && part.required)
  const asked = new URLSearchParams(query.map(({ name, schema }) => [name, ids[name] ?? String(seeded(schema))]))
  const carried = file && carrying(file)
  const headers = {
    ...(parameters.some(({ name }) => name === 'idempotency-key') && { 'idempotency-key': randomUUID() }),
    ...(carried && { 'content-type': carried.type }),
  }
  const body = requestBody?.content['application/json']?.schema
  return {
    method,
    url: asked.size > 0 ? `${url}?${asked}` : url,
    headers,
    ...(body && { payload: given ?? Object(seeded(body)) }),
    ...(carried && { payload: carried.payload }),
  }
}

const partOf = (parts: readonly Part[], name: string): TSchema => parts.find((part) => part.name === name)?.schema ?? {}
