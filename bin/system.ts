import { sql } from 'kysely'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { type App, version } from '#kernel/http/app.ts'

/** Whether it stands, for whoever watches over it. */
export function addSystemRoutes(app: App, { database }: House) {
  const Health = Type.Object({
    status: Type.Enum(['ok', 'down']),
    version: Type.String(),
    database: Type.Enum(['embedded', 'server']),
  })
  app.get(
    '/healthz',
    { schema: { tags: ['system'], summary: '健康检查', response: { 200: Health, 503: Health } } },
    async (_, reply) => {
      const stands = await within(database, { as: 'owner' }, (connection) => sql`select 1`.execute(connection)).then(
        () => true,
        () => false,
      )
      return reply.code(stands ? 200 : 503).send({ status: stands ? 'ok' : 'down', version, database: database.kind })
    },
  )
}
