import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { validate as parses } from '@readme/openapi-parser'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: TSchema }> }>
}
let description: { openapi: string; paths: Record<string, Record<string, Operation>> }
before(async () => {
  description = (await stage.nobody().get('/openapi.json')).body
})

test('the description is OpenAPI 3.1, and two validators find nothing wrong with it', async () => {
  assert.match(description.openapi, /^3\.1\./)
  const checked = await new Validator().validate(structuredClone(description))
  assert.deepEqual(checked, { valid: true })
  const read = await parses(JSON.parse(JSON.stringify(description)))
  assert.equal(read.valid, true, JSON.stringify(read))
})

/** Every address that the server answers at, as `GET /api/cases/{id}`. */
const answered = () =>
  stage.app
    .printRoutes({ commonPrefix: false, includeHooks: false })
    .split('\n')
    .reduce<{ path: string[]; routes: string[] }>(
      ({ path, routes }, line) => {
        const [, indent = '', segment = '', methods] = /^([│\s]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
        const here = [...path.slice(0, indent.length / 4), segment]
        const address = here.join('').replace(/:(\w+)/g, '{$1}')
        const own = (methods ?? '').split(', ').filter((method) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method))
        return { path: here, routes: [...routes, ...own.map((method) => `${method} ${address}`)] }
      },
      { path: [], routes: [] },
    )
    .routes.filter((route) => /^\w+ (\/api\/|\/(health|live|ready)z$)/.test(route))

test('every route is described, and every reply has a schema', () => {
  const routes = answered()
  assert.ok(routes.length > 70, `${routes.length} routes were found`)
  const described = new Map<string, Operation>(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  )
  assert.deepEqual(
    routes.filter((route) => !described.has(route)),
    [],
    'described',
  )
  const bare = [...described].filter(([, { responses }]) =>
    Object.values(responses).some(({ content }) => !content || Object.values(content).some(({ schema }) => !schema)),
  )
  assert.deepEqual(
    bare.map(([route]) => route),
    [],
    'every reply has a schema',
  )
  const untold = [...described].filter(([route, { responses }]) => !/^GET \/\w+z$/.test(route) && !responses['4XX'])
  assert.deepEqual(
    untold.map(([route]) => route),
    [],
    'every route says how it refuses',
  )
})

test('what the server really replies fits what it says of itself', async () => {
  const schemaOf = (method: string, path: string, status: '200' | '4XX') => {
    const [content] = Object.values(description.paths[path]?.[method]?.responses[status]?.content ?? {})
    assert(content?.schema, `${method} ${path} says nothing of its ${status}`)
    return Compile(content.schema)
  }
  const fits = (method: string, path: string, { status, body }: { status: number; body: unknown }) => {
    const schema = schemaOf(method, path, status === 200 ? '200' : '4XX')
    assert.ok(
      schema.Check(body),
      `${method} ${path} ${status}: ${JSON.stringify([...schema.Errors(body)].slice(0, 3))} ${JSON.stringify(body).slice(0, 400)}`,
    )
  }
  const neighbour = stage.nobody()
  const worker = await stage.at('wangMin')
  const told = await neighbour.send('report', '', lampReport({ phone: '13800001234', name: '李奶奶' }))
  const { id } = told.body
  fits('post', '/api/cases', told)
  fits('post', '/api/cases', await neighbour.send('report', '', lampReport({ words: '' })))
  fits('post', '/api/cases/{id}/accept', await worker.send('accept', id))
  fits('post', '/api/cases/{id}/accept', await worker.send('accept', id))
  for (const [path, url] of [
    ['/api/cases', '/api/cases'],
    ['/api/cases/{id}', `/api/cases/${id}`],
    ['/api/cases/{id}/events', `/api/cases/${id}/events`],
    ['/api/cases/queue/counts', '/api/cases/queue/counts'],
    ['/api/categories', '/api/categories'],
    ['/api/cases/similar', '/api/cases/similar?community=garden'],
    ['/api/session', '/api/session'],
    ['/api/sessions', '/api/sessions'],
    ['/api/flows/cases', '/api/flows/cases'],
    ['/healthz', '/healthz'],
    ['/livez', '/livez'],
    ['/readyz', '/readyz'],
  ] as const)
    fits('get', path, await worker.get(url))
  fits('get', '/api/cases/{id}', await neighbour.get(`/api/cases/${id}`))
})
