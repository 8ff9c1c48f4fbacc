// `npm start`: installs what is missing, prepares the embedded database and the web app, and serves.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { handOver, install, node, root, step } from './tools/bootstrap.mjs'
import { buildWeb } from './tools/web.mjs'

await install()
const preparing = prepareDatabase()
await buildWeb()
await preparing
handOver('bin/linli.ts', ['serve', ...process.argv.slice(2)])

/** Before the very first start with an embedded database: makes the snapshot that its folder is opened from. */
async function prepareDatabase() {
  if (process.env.DATABASE_URL || existsSync(process.env.LINLI_DATA ?? `${root}data`)) return
  await step('Preparing the embedded database', () =>
    once(spawn(node, [`${root}bin/tools/prepare.ts`], { stdio: ['ignore', 2, 2] }), 'exit'),
  )
}
