import type { Keyring } from '#kernel/vault/keyring.ts'
import { keyedBytes } from '#kernel/vault/suite.ts'

/** One in so many is called back, whatever became of it; all are where nothing could be done. */
const sample = 10

/**
 * Whether a round of a case is drawn to be called back about. By a secret of the house: a phone may have made the id, and whoever has
 * it in hand sees it, but nobody can tell beforehand or choose.
 */
export const isDrawn = (ring: Keyring, { id, round }: { id: string; round: number }): boolean =>
  keyedBytes(ring.keyFor('call back'), `${id} ${round}`).readUInt32BE(0) % sample === 0
