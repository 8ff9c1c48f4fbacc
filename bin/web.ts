import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import statics from '@fastify/static'
import type { App } from '#kernel/http/app.ts'

const built = fileURLToPath(new URL('../dist/web', import.meta.url))

/** Serves the built pages. Addresses that are no file and no interface open the residents' page, which knows its own. */
export async function addWebPages(app: App, folder = built): Promise<void> {
  if (!existsSync(folder)) throw new Error('the pages are not built: run `npm start`, or `npx vite build web`')
  await app.register(statics, { root: folder, wildcard: false, maxAge: '1h', immutable: false, preCompressed: true })
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    // A place's code may have a dot in it; nothing else that is a page has.
    const isPage = path.startsWith('/r/') || (!path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path))
    if (!isPage) return reply.callNotFound()
    return reply.sendFile('index.html', { maxAge: 0 })
  })
}
