import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshKeyring, nameOfRing } from '#kernel/vault/keyring.ts'
import { whyNot } from './fits.ts'
import type { Manifest } from './manifest.ts'

const ring = freshKeyring()
const manifest: Manifest = {
  ...{ format: 1, program: '0.1.0', at: '2026-03-02T01:00:00Z', kind: 'embedded', postgres: 18, photos: 0, missing: [] },
  migrations: [{ name: 'library/001-shelf.sql', checksum: 'aa' }],
  ...{ keyring: { name: nameOfRing(ring), master: 1 }, checksums: 'cc' },
}
const onServer: Manifest = { ...manifest, kind: 'server', postgres: 16 }
const migrations = new Map([
  ['library/001-shelf.sql', 'aa'],
  ['library/002-book.sql', 'bb'],
])
const embedded = { kind: 'embedded', postgres: 18, migrations, ring } as const
const server = { ...embedded, kind: 'server', postgres: 16 } as const

test('a backup fits a place of its kind that is as new or newer, with its keyring', () => {
  assert.equal(whyNot(manifest, embedded), undefined)
  assert.equal(whyNot(onServer, server), undefined)
  assert.equal(whyNot(onServer, { ...server, postgres: 17 }), undefined)
})

test('any other place is refused, with what to do', () => {
  const why: [Manifest, Parameters<typeof whyNot>[1], RegExp][] = [
    [onServer, embedded, /it is of a PostgreSQL server: name an empty database/],
    [manifest, server, /it is of an embedded database: leave DATABASE_URL out/],
    [manifest, { ...embedded, postgres: 19 }, /is PostgreSQL 18, this program has 19: restore it by Linli 0\.1\.0/],
    [onServer, { ...server, postgres: 15 }, /it is of PostgreSQL 16, this server is 15/],
    [manifest, { ...embedded, migrations: new Map() }, /a newer program made it \(it has library\/001-shelf\.sql\)/],
    [
      manifest,
      { ...embedded, migrations: new Map([['library/001-shelf.sql', 'other']]) },
      /library\/001-shelf\.sql is another one/,
    ],
    [manifest, { ...embedded, ring: undefined }, /it takes the keyring [0-9a-f]{16} with master key 1: put that in/],
    [manifest, { ...embedded, ring: freshKeyring() }, /it takes the keyring [0-9a-f]{16} with master key 1; the one here is/],
    [{ ...manifest, keyring: { ...manifest.keyring, master: 2 } }, embedded, /the one here is an older copy/],
  ]
  for (const [kept, place, words] of why) assert.match(whyNot(kept, place) ?? 'it is let in', words)
})
