import { buildWeb } from '#bin/tools/web.mjs'
import { runParts } from '#testing/parts.ts'
import { hasServer } from './ground.ts'

/**
 * `npm run chaos [-- --quick] [-- PART …]`: breaks what the product stands on while people use it, and looks for everything that was
 * acknowledged afterwards. Exits with 1 if anything was lost, is there twice or broke, and with 3 if nothing was but some seconds were
 * more than they should be.
 */
const parts = {
  kills: () => import('./kills.ts'),
  processes: () => import('./processes.ts'),
  database: () => import('./database.ts'),
  network: () => import('./network.ts'),
  clock: () => import('./clock.ts'),
  disk: () => import('./disk.ts'),
  storm: () => import('./storm.ts'),
  migrations: () => import('./migrations.ts'),
  backup: () => import('./backup.ts'),
  pointInTime: () => import('./pointInTime.ts'),
  patroni: () => import('./patroni/part.ts'),
  cluster: () => import('./cluster/part.ts'),
}

// What is served is the whole product: its pages are built once, before several servers want them.
await buildWeb()
const title = `Chaos${hasServer ? '' : ' on the embedded database alone: no PostgreSQL was found'}`
const { short, late } = await runParts({ title, parts, given: process.argv.slice(2) })
process.exit(short > late ? 1 : late > 0 ? 3 : 0)
