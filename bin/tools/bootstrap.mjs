// What must work under any Node >= 20 and before anything is installed: plain JavaScript, no packages.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The Node that the program runs under, whatever Node the machine has. */
export const node = `${root}node_modules/node/bin/node`

/** Does a step and says on standard error how long it took, if one could have noticed. */
export async function step(words, work) {
  const began = Date.now()
  console.error(`${words} …`)
  const result = await work()
  console.error(`${words}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return result
}

/** Installs the packages of the lock file where they are missing or are others. */
export async function install() {
  if (isInstalled()) return
  await step('Installing packages (npm ci)', () => {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
    if (status !== 0) {
      console.error('npm could not install the packages: see its words above. Is the network there?')
      process.exit(status ?? 1)
    }
  })
}

function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`
  if (!existsSync(installed) || !existsSync(node)) return false
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const here = packagesIn(installed)
  return Object.entries(packagesIn(`${root}package-lock.json`)).every(
    ([place, { version, optional }]) => place === '' || optional || here[place]?.version === version,
  )
}

/** Runs a program of ours under its own Node in place of this one: same terminal, same signals, same exit code. */
export function handOver(program, programArguments) {
  const child = spawn(node, [`${root}${program}`, ...programArguments], { cwd: root, stdio: 'inherit' })
  // A terminal sends SIGINT to both of us by itself; a second one would count as impatience.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  // npm and the shell between us do not always pass signals on: whoever started us is gone, so the server goes too.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}
