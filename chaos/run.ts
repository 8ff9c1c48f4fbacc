import { buildWeb } from '#bin/tools/web.mjs'
import { type Goals, goals } from '#testing/goals.ts'
import { hasServer } from './ground.ts'

/**
 * `npm run chaos [-- --quick] [-- PART …]`: breaks what the product stands on while people use it, and looks for everything that was
 * acknowledged afterwards. Exits non-zero if anything was lost or is there twice.
 */
const parts: Record<string, () => Promise<{ chaos: (goals: Goals, how: { quick: boolean }) => Promise<void> }>> = {
  kills: () => import('./kills.ts'),
  processes: () => import('./processes.ts'),
  database: () => import('./database.ts'),
  network: () => import('./network.ts'),
  clock: () => import('./clock.ts'),
  disk: () => import('./disk.ts'),
  storm: () => import('./storm.ts'),
  migrations: () => import('./migrations.ts'),
}

const given = process.argv.slice(2)
const quick = given.includes('--quick')
const unknown = given.find((word) => word !== '--quick' && !(word in parts))
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. There are ${Object.keys(parts).join(', ')}, and --quick.`)
  process.exit(2)
}
const named = Object.entries(parts).filter(([part]) => given.includes(part))
// What is served is the whole product: its pages are built once, before several servers want them.
await buildWeb()
const found = goals(
  `Chaos${quick ? ', quick' : ''}${hasServer ? '' : ', on the embedded database alone: no PostgreSQL was found'}`,
)
for (const [part, open] of named.length > 0 ? named : Object.entries(parts)) {
  const began = performance.now()
  await (await open()).chaos(found, { quick })
  console.log(`  ${part}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
process.exit(found.end() > 0 ? 1 : 0)
