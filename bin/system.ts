import { sql } from 'kysely'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { type App, version } from '#kernel/http/app.ts'
import { allMigrations } from './migrations.ts'

/**
 * Whether it stands, for whoever watches over it. Three questions: `/livez`, whether the process answers at all and need not be
 * started anew; `/readyz`, whether requests may be sent to it; `/healthz`, whether it and its database stand. Until the database is
 * open and brought up to date nobody listens, which says the same as a 503.
 */
export function addSystemRoutes(app: App, { database }: House, leaving: () => boolean) {
  const tags = ['system']
  const answers = () =>
    within(database, { as: 'owner' }, (connection) => sql`select 1`.execute(connection)).then(
      () => true,
      () => false,
    )

  const Health = Type.Object({
    status: Type.Enum(['ok', 'down']),
    version: Type.String(),
    database: Type.Enum(['embedded', 'server']),
  })
  app.get('/healthz', { schema: { tags, summary: '健康检查', response: { 200: Health, 503: Health } } }, async (_, reply) => {
    const stands = await answers()
    return reply.code(stands ? 200 : 503).send({ status: stands ? 'ok' : 'down', version, database: database.kind })
  })

  const Alive = Type.Object({ status: Type.Literal('alive') })
  app.get('/livez', { schema: { tags, summary: '进程存活', response: { 200: Alive } } }, () => ({ status: 'alive' as const }))

  // Read as this program starts: later its files may be those of the next version, laid over them before it is restarted.
  const names = allMigrations().then((all) => all.map(({ name }) => name))
  /** Whether every migration of this program has run. Newer ones may have: those who leave are asked until the newer program takes over. */
  const isCurrent = async () => {
    const wanted = await names
    const { rows } = await within(database, { as: 'owner' }, (connection) =>
      sql<{ count: number }>`select count(*)::integer as count from migrations where name = any (${wanted})`.execute(connection),
    )
    return rows[0]?.count === wanted.length
  }
  const Ready = Type.Object({ status: Type.Enum(['ready', 'leaving', 'away', 'behind']) })
  app.get('/readyz', { schema: { tags, summary: '可否接收请求', response: { 200: Ready, 503: Ready } } }, async (_, reply) => {
    const current = leaving() ? undefined : await isCurrent().catch(() => undefined)
    const status = leaving() ? 'leaving' : current === undefined ? 'away' : current ? 'ready' : 'behind'
    return reply.code(status === 'ready' ? 200 : 503).send({ status })
  })
}
