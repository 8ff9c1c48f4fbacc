import { setTimeout as sleep } from 'node:timers/promises'
import { learner } from '#capabilities/cases/store/learn.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { loadDemo } from '#demo/load.ts'
import { serveMeters } from '#gateways/prometheus/serve.ts'
import { codeSender, type Message } from '#gateways/sms/console.ts'
import { folderStore } from '#kernel/files/store.ts'
import { logIn } from '#kernel/log/log.ts'
import { districtsOf, realDistricts } from '#kernel/place/districts.ts'
import { outsideTilesIn } from '#kernel/place/outsideTiles.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { addDemoRoutes } from '../demo.ts'
import { dataFolder, filesFolder, openSealed } from '../ground.ts'
import { furnish } from '../house.ts'
import { makeRounds } from '../rounds.ts'
import { addWebPages } from '../web.ts'

/** `linli serve`: opens the database, loads the demo district into an empty one, and serves until it is told to stop. */
export async function run(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000)
  const tiles = outsideTilesIn(process.env)
  const terminal = process.stdout.isTTY === true
  const log = logIn(process.env, terminal)
  const drain = secondsIn('LINLI_DRAIN', 0)
  const began = performance.now()
  const { database, ring } = await openSealed()
  const demo = process.env.LINLI_DEMO !== 'off' && (await realDistricts(database)).length === 0
  const host = process.env.HOST ?? '127.0.0.1'
  if (demo && !isLoopback(host) && process.env.LINLI_DEMO_PUBLIC !== '1')
    throw new Error(
      `a demo district has known passwords and listens on loopback only: unset HOST (${host}), or set LINLI_DEMO_PUBLIC=1 if everyone may come in`,
    )
  if (demo && (await districtsOf(database)).length === 0) {
    console.log('loading the demo district / 正在装入演示区 …')
    await loadDemo({ database, ring, now: systemClock(), store: folderStore(filesFolder) }, (line) => console.log(`  ${line}`))
  }
  const past = learner(database, ring)
  const messages: Message[] = []
  let stopping = false
  const furnished = await furnish({
    database,
    clock: systemClock,
    ring,
    suggester: ruleSuggester(past.of),
    files: filesFolder,
    sendCode: codeSender(
      demo,
      (message) => messages.splice(0, messages.length, message, ...messages.slice(0, 4)),
      // Standard output that is no terminal is kept by somebody, and a log has no codes in it unless that was asked for.
      (line) =>
        terminal || process.env.LINLI_CODES === 'print'
          ? console.log(line)
          : furnished.app.log.warn('a code was not sent: no telephone company is set up (LINLI_CODES=print prints codes here)'),
    ),
    log,
    leaving: () => stopping,
    proxies: process.env.LINLI_PROXIES,
    office: process.env.LINLI_ADMIN_NETWORKS,
    tiles,
  })
  const { app } = furnished
  addDemoRoutes(app, furnished.house, demo, messages)
  await addWebPages(app)
  await app.listen({ port, host })
  const stopRounds = makeRounds(furnished, past)
  const meters = process.env.LINLI_METRICS
    ? await serveMeters(process.env.LINLI_METRICS, { database, clock: systemClock, live: furnished.live })
    : undefined

  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`
邻里 Linli is ready after ${seconds} s (${database.kind} database${database.kind === 'embedded' ? ` in ${shortened(dataFolder)}` : ''})

  居民 residents   http://${host}:${port}/
  工作 workers     http://${host}:${port}/work
  接口 interface   http://${host}:${port}/openapi.json
${meters ? `  指标 metrics     ${meters.address}\n` : ''}${demo ? '\n  演示账号 demo accounts: resident grid community street department property dispatcher supervisor leader admin\n  密码 password: linli-demo\n' : ''}`)

  const stop = async () => {
    if (stopping) return
    stopping = true
    // Whoever shares out requests sees that this one is no longer ready, and sends it no more, before it stops to take them.
    if (drain > 0) await sleep(drain * 1000)
    // Whatever was acknowledged is safe already: a close that hangs is not waited for.
    setTimeout(() => process.exit(1), 8000).unref()
    furnished.live.close()
    await app.close()
    await stopRounds()
    meters?.close()
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** A setting that is a number of seconds. */
function secondsIn(name: string, otherwise: number): number {
  const seconds = Number(process.env[name] ?? otherwise)
  if (!(seconds >= 0 && seconds <= 600)) throw new Error(`${name}=${process.env[name]} is no number of seconds from 0 to 600`)
  return seconds
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')
const shortened = (folder: string) => (folder.startsWith(process.cwd()) ? `.${folder.slice(process.cwd().length)}` : folder)
