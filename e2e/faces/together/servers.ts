import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { startPostgres } from '#testing/postgres.ts'
import { type Browser, openBrowser } from '../../browser.ts'
import { builtPages } from '../../built.ts'
import type { Doors } from '../../doors.ts'

/** Starts two server processes on one PostgreSQL, each with a browser before it, for as long as some work takes. */
export async function throughTwoServers(programs: string, work: (one: Doors, other: Doors) => Promise<void>): Promise<void> {
  // Built once, before two processes want it.
  builtPages()
  const folder = mkdtempSync(join(tmpdir(), 'linli-together-'))
  const postgres = await startPostgres(programs)
  const ends: (() => Promise<void>)[] = []
  const open = async (district?: string): Promise<Doors> => {
    const { doors, close } = await openServer(postgres.address, join(folder, 'keyring.json'), district)
    ends.unshift(close)
    return doors
  }
  try {
    const one = await open()
    await work(one, await open(one.house.district))
  } finally {
    for (const end of ends) await end()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openServer(
  database: string,
  keys: string,
  standing?: string,
): Promise<{ doors: Doors; close: () => Promise<void> }> {
  const more = standing === undefined ? [] : [standing]
  const env = { ...process.env, TEST_DATABASE_URL: database, TEST_DATABASE_KIND: '' }
  const child = fork(new URL('server.ts', import.meta.url), [keys, ...more], { env })
  const told = await Promise.race([once(child, 'message'), once(child, 'exit')])
  const { address, district } = answer(told[0])
  const browser: Browser = await openBrowser(address)
  const close = async () => {
    await browser.close()
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  const headers = { 'linli-district': district }
  const house = { address, district, headers, password: everybodysPassword, cameTo: () => '', close }
  return { doors: { house, browser }, close }
}

/** What a server process told of itself. */
function answer(told: unknown): { address: string; district: string } {
  if (typeof told !== 'object' || told === null || !('address' in told) || !('district' in told))
    throw new Error('a server process ended before it answered')
  return { address: String(told.address), district: String(told.district) }
}
