import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { node, root, step } from './bootstrap.mjs'

const built = `${root}dist/web`
const mark = `${built}/.sources`
/** Pages take contracts, words and types from the folders of the server too. */
const sources = ['web', 'capabilities', 'kernel', 'package-lock.json']

/** Builds the web app into dist/web if any file that may be part of it was changed since. Nothing to do where there is no web app. */
export async function buildWeb() {
  if (!existsSync(`${root}web/vite.config.ts`)) return
  const now = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  await step('Building the web app', () => {
    const vite = `${root}node_modules/vite/bin/vite.js`
    const build = ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']
    const { status } = spawnSync(node, [vite, ...build], { cwd: root, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error('the web app could not be built: see the words of vite above')
    mkdirSync(built, { recursive: true })
    writeFileSync(mark, now)
  })
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const files = statSync(`${root}${source}`).isDirectory() ? readdirSync(`${root}${source}`, { recursive: true }).sort() : ['']
    for (const file of files) {
      if (/\.(sql|test\.ts)$/.test(file)) continue
      const { mtimeMs, size } = statSync(`${root}${source}/${file}`.replace(/\/$/, ''))
      hash.update(`${source}/${file} ${mtimeMs} ${size}\n`)
    }
  }
  return hash.digest('hex')
}
