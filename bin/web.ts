import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import statics from '@fastify/static'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem } from '#kernel/http/problem.ts'

const built = fileURLToPath(new URL('../dist/web', import.meta.url))

/** Serves the built pages. Addresses that are no file and no interface open the residents' page, which knows its own. */
export async function addWebPages(app: App): Promise<void> {
  if (!existsSync(built)) throw new Error('the pages are not built: run `npm start`, or `npx vite build web`')
  await app.register(statics, { root: built, wildcard: false, maxAge: '1h', immutable: false, preCompressed: false })
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path))
      return reply.sendFile('index.html', { maxAge: 0 })
    const document = problem(
      refusal('notFound', `没有 ${request.method} ${path.slice(0, 200)}`, `there is no ${request.method} ${path.slice(0, 200)}`),
    )
    return reply.code(404).type('application/problem+json').send(document)
  })
}
