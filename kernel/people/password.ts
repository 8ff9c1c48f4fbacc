import { argon2, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Keyring } from '../vault/keyring.ts'

// argon2id as OWASP's password storage guidance sets it: 19 MiB, 2 passes, 1 lane.
const now = { memory: 19 * 1024, passes: 2 }
const derive = promisify(argon2)

async function hash(password: string, salt: Buffer, { memory, passes }: typeof now): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return Buffer.from(await derive('argon2id', { message, nonce: salt, parallelism: 1, tagLength: 32, memory, passes }))
}

/** A password as the database keeps it: never itself. About 50 ms of work. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `argon2id$${now.memory}$${now.passes}$${salt.toString('base64')}$${(await hash(password, salt, now)).toString('base64')}`
}

/** A first password, of twelve random bytes: to be changed on first use. */
export const initialPassword = (): string => randomBytes(12).toString('base64url')

/**
 * A first password that follows from what a seed names, as query codes do: the seed ends in the sender's own idempotency key, so that
 * whoever repeats what they sent is told it again.
 */
export const repeatablePassword = (ring: Keyring, seed: string): string =>
  createHmac('sha256', ring.keyFor('first passwords')).update(seed).digest().subarray(0, 12).toString('base64url')

/** Whether a password is the one that was kept, by the work that was asked for then. Takes as long for an account that does not exist, so that names cannot be probed. */
export async function passwordFits(password: string, kept: string | null | undefined): Promise<boolean> {
  const [, memory, passes, salt, digest] = (kept ?? decoy).split('$')
  const given = await hash(password, Buffer.from(salt ?? '', 'base64'), { memory: Number(memory), passes: Number(passes) })
  const expected = Buffer.from(digest ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) && kept !== null && kept !== undefined
}

const decoy = `argon2id$${now.memory}$${now.passes}$${randomBytes(16).toString('base64')}$${randomBytes(32).toString('base64')}`
