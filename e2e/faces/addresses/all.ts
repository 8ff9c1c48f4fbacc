import { readdirSync, readFileSync } from 'node:fs'
import type { Address } from './address.ts'
import { residents } from './residents.ts'
import { rooms } from './rooms.ts'
import { workers } from './workers.ts'

const web = new URL('../../../web/', import.meta.url)
const source = (path: string) => readFileSync(new URL(path, web), 'utf8')
const roomFiles = readdirSync(new URL('console/rooms/', web)).map((file) => `console/rooms/${file}`)

/** Every page that there is. One that the web app has and nobody here opens ends the run: it is to be added beside this file. */
export function allAddresses(): readonly Address[] {
  const all = [...residents, ...workers, ...rooms]
  const known = new Set(all.map(({ route }) => route))
  const there = [
    ...['Pages.tsx', 'resident/FurtherPages.tsx'].flatMap((file) =>
      [...source(file).matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? ''),
    ),
    ...roomFiles.flatMap((file) => [...source(file).matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')),
  ]
  const missed = there.filter((path) => !known.has(path))
  if (missed.length > 0) throw new Error(`nobody opens ${missed.join(', ')}: add them to e2e/faces/addresses`)
  return all
}
