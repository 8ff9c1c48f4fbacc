import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const kept = here('../dist/e2e')
const hour = 3_600_000

/**
 * The folder of the web app as its sources are now, built if there is none yet. Each state of the sources has a folder of its
 * own, which is never written again: a build that somebody else starts takes nothing away from a browser that is open.
 */
export function builtPages(): string {
  const folder = `${kept}/${fingerprint()}`
  if (existsSync(folder)) return folder
  mkdirSync(kept, { recursive: true })
  for (const old of readdirSync(kept))
    if (Date.now() - statSync(`${kept}/${old}`).mtimeMs > hour) rmSync(`${kept}/${old}`, { recursive: true, force: true })
  const own = `${kept}/.${process.pid}`
  const vite = here('../node_modules/vite/bin/vite.js')
  const build = ['build', here('../web'), '--outDir', own, '--emptyOutDir', '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, [vite, ...build], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the web app could not be built: see the words of vite above')
  try {
    renameSync(own, folder)
  } catch (fault) {
    // Another test built the same at the same time and was first.
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(folder)) throw fault
  }
  return folder
}

/** What the pages are made of: pages take contracts, words and types from the folders of the server too. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of ['web', 'capabilities', 'kernel'])
    for (const file of readdirSync(here(`../${source}`), { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (!/\.(tsx?|css|html|svg|webp|json)$/.test(file) || /\.test\.ts$/.test(file)) continue
      const { mtimeMs, size } = statSync(here(`../${source}/${file}`))
      hash.update(`${source}/${file} ${mtimeMs} ${size}\n`)
    }
  return hash.digest('hex').slice(0, 16)
}
