import { createHash } from 'node:crypto'
import { placeIn, type Store } from '#kernel/files/store.ts'
import type { Progress } from './progress.ts'

/** The path of a photo in the folder of a backup. */
export const pathOf = (id: string): string => `files/${placeIn(id)}`

interface Copied {
  /** SHA-256 by id. */
  checksums: Map<string, string>
  /** Those whose bytes were not there. */
  missing: string[]
}

/** Copies photos from one store into another. Their bytes are sealed, and stay so: no keyring is needed. */
export async function copyPhotos(ids: readonly string[], from: Store, to: Store, progress: Progress): Promise<Copied> {
  const copied: Copied = { checksums: new Map(), missing: [] }
  for (const [done, id] of ids.entries()) {
    const bytes = await from.get(id)
    if (bytes) {
      await to.put(id, bytes)
      copied.checksums.set(id, createHash('sha256').update(bytes).digest('hex'))
    } else copied.missing.push(id)
    progress(`${done + 1} of ${ids.length} photos`)
  }
  return copied
}
