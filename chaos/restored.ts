import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { folderStore, keptPhotos, photoBytes, photoKey } from '#kernel/files/store.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import { serve } from './server.ts'

/** Of the photos that the rows name, those that cannot be opened with the keyring; and of some ids, those that no row names. */
export async function darkPhotos(
  database: Database,
  { district, ring, files, wanted }: { district: string; ring: Keyring; files: string; wanted: readonly string[] },
): Promise<{ named: number; dark: string[] }> {
  const store = folderStore(files)
  const named = await keptPhotos(database.kysely)
  const dark = wanted.filter((id) => !named.includes(id)).map((id) => `photo ${id} was kept and is not named`)
  for (const id of named) {
    const key = await within(database, { as: 'command', district }, (connection) => photoKey(connection, ring, district, id))
    const bytes = key && (await photoBytes(store, key, district, id).catch(() => undefined))
    if (!bytes) dark.push(`photo ${id} is named and cannot be opened`)
  }
  return { named: named.length, dark }
}

/** Figures as the product tells them to the leader of a district. */
export async function figuresOf(
  environment: Record<string, string>,
  district: string,
  names: readonly string[],
): Promise<number[]> {
  const server = await serve(environment)
  try {
    const headers = { 'content-type': 'application/json', 'linli-district': district }
    const body = JSON.stringify({ account: `leader.${district}`, password: everybodysPassword })
    const { headers: told } = await fetch(`${server.address}/api/session`, { method: 'POST', headers, body })
    const [cookie = ''] = (told.get('set-cookie') ?? '').split(';')
    const figures: number[] = []
    for (const name of names) {
      const reply = await fetch(`${server.address}/api/metrics/${name}`, { headers: { cookie } })
      const { value }: { value: number } = JSON.parse(await reply.text())
      figures.push(value)
    }
    return figures
  } finally {
    await server.stop()
  }
}

/** The same figures (`received`, `openNow`), counted from what happened: the reports, and the cases that were not resolved since. */
export async function countedFrom(database: Database, district: string): Promise<number[]> {
  const { rows } = await within(database, { as: 'owner', district }, (connection) =>
    sql<{ reports: number; open: number }>`
      select count(*) filter (where command = 'report')::integer as reports,
        (count(*) filter (where command = 'report') - count(distinct item) filter (where command = 'resolve'))::integer as open
      from record.events where district = ${district} and flow = 'case'`.execute(connection),
  )
  return [rows[0]?.reports ?? 0, rows[0]?.open ?? 0]
}
