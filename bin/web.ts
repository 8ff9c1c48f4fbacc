import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import statics from '@fastify/static'
import type { App } from '#kernel/http/app.ts'

const built = fileURLToPath(new URL('../dist/web', import.meta.url))

/** Serves the built pages. Addresses that are no file and no interface open the residents' page, which knows its own. */
export async function addWebPages(app: App, folder = built): Promise<void> {
  if (!existsSync(folder)) throw new Error('the pages are not built: run `npm start`, or `npx vite build web`')
  const how = { wildcard: false, preCompressed: true }
  // What carries its hash in its name is fetched once: nothing is said by which to ask again, in a dozen files a page.
  const once = { maxAge: '365d', immutable: true, etag: false, lastModified: false, acceptRanges: false, decorateReply: false }
  await app.register(statics, { ...how, ...once, root: join(folder, 'assets'), prefix: '/assets/' })
  await app.register(statics, { ...how, root: folder, globIgnore: ['assets/**'], maxAge: '1h' })
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    // A code of a category or place may have a point in it, which makes it no file.
    const isPage = !path.startsWith('/api/') && (/^\/(console|r)\//.test(path) || !/\.[a-z0-9]+$/i.test(path))
    if (!isPage) return reply.callNotFound()
    return reply.sendFile('index.html', { maxAge: 0 })
  })
}
