import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Furnished, furnish, type Ground } from '#bin/house.ts'
import { addWebPages } from '#bin/web.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import type { Database } from '#kernel/database/open.ts'
import { folderStore, type Store } from '#kernel/files/store.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring, type Keyring } from '#kernel/vault/keyring.ts'
import { testDatabase } from '#testing/database.ts'
import { everybodysPassword, settle } from '#testing/neighbourhood.ts'
import { freePorts } from '#testing/ports.ts'
import { builtPages } from './built.ts'

/** A whole house on a port of its own, with the invented neighbourhood and today's time, for people with browsers. */
export interface OpenHouse {
  address: string
  /** The district's name, which is the second half of every staff account: `wangMin.<district>`. */
  district: string
  password: string
  /** What a phone sends with every request, so that it speaks to this district. */
  headers: Record<string, string>
  /** What came last to a telephone. */
  cameTo: (phone: string) => string
  close: () => Promise<void>
}

/** One whose server runs in this process: with what it is put together from, for whoever makes its rounds. */
export interface OwnHouse extends OpenHouse {
  furnished: Furnished
}

/** What a district that somebody makes is kept with. */
export interface Keeping {
  ring: Keyring
  store: Store
}

/**
 * Opens a house in which one-time codes are shown on the page, as they are in a demo: for the invented neighbourhood, or for a
 * district that somebody else makes; `more` sets the house up otherwise: several on one database
 * share a ring of keys.
 */
export async function openHouse(
  make: (database: Database, keeping: Keeping) => Promise<string> = (database) => settle(database),
  more: Partial<Ground> = {},
): Promise<OwnHouse> {
  const database = await testDatabase()
  const files = mkdtempSync(join(tmpdir(), `linli-e2e-${randomUUID()}-`))
  const { ring = freshKeyring() } = more
  const district = await make(database, { ring, store: folderStore(files) })
  const messages = new Map<string, string>()
  const furnished = await furnish({
    ...{ database, files, clock: systemClock, ring, suggester: ruleSuggester(), trust: 0 },
    sendCode: async (_district, phone, code) => {
      messages.set(phone, code)
      return { shown: code }
    },
    ...more,
  })
  const { app, live } = furnished
  await addWebPages(app, builtPages())
  const port = await freePorts()
  await app.listen({ port, host: '127.0.0.1' })
  const close = async () => {
    live.close()
    await app.close()
    rmSync(files, { recursive: true, force: true })
  }
  return {
    address: `http://127.0.0.1:${port}`,
    district,
    password: everybodysPassword,
    headers: { 'linli-district': district },
    cameTo: (phone) => messages.get(phone) ?? '',
    furnished,
    close,
  }
}
