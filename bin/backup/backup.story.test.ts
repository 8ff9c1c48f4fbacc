import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import sharp from 'sharp'
import { migrate } from '#kernel/database/migrate.ts'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { makePhoto } from '#kernel/files/photo.ts'
import { erasePhotos, folderStore, keepPhoto, photoBytes, photoKey } from '#kernel/files/store.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { keyringIn } from '#kernel/vault/keyring.ts'
import { onCluster } from '#testing/cluster.ts'
import { onServer, testDatabase } from '#testing/database.ts'
import { keyring, lampReport, setStage } from '#testing/stage.ts'
import { allMigrations } from '../migrations.ts'
import { preparedSnapshot } from '../prepared.ts'
import { compareChecksums } from './checksums.ts'
import { type Manifest, partsOf, readManifest } from './manifest.ts'
import { placeFor } from './place.ts'

const program = fileURLToPath(new URL('../linli.ts', import.meta.url))
const under = mkdtempSync(join(tmpdir(), 'linli-backup-'))
const kept = join(under, 'kept')
const databases: string[] = []
const silent = () => {}

/** A place for an installation: its folder, and on a server an empty database. */
async function makePlace(name: string) {
  const folder = join(under, name)
  mkdirSync(folder)
  if (!onServer) return { folder, address: undefined }
  const called = `backup_${randomUUID().replaceAll('-', '')}`
  databases.push(called)
  await sql`create database ${sql.id(called)}`.execute((await testDatabase()).kysely)
  return { folder, address: Object.assign(new URL(process.env.TEST_DATABASE_URL ?? ''), { pathname: called }).href }
}
type Place = Awaited<ReturnType<typeof makePlace>>

const openAt = ({ folder, address }: Place): Promise<Database> =>
  address ? Promise.resolve(openServer(address)) : openEmbedded(join(folder, 'database'))

async function linli({ folder, address }: Place, ...words: string[]) {
  const env = { ...process.env, LINLI_DATA: folder, DATABASE_URL: address ?? '' }
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

// A cluster is backed up node by node, by other means.
suite('a backup', { skip: onCluster }, () => {
  let source: Place
  let district: string
  let photo: string
  let erased: string
  let manifest: Manifest

  before(async () => {
    source = await makePlace('source')
    copyFileSync(keyring, join(source.folder, 'keyring.json'))
    const migrations = await allMigrations()
    const database = source.address
      ? openServer(source.address)
      : await openEmbedded(join(source.folder, 'database'), await preparedSnapshot(migrations))
    await migrate(database, migrations)
    const stage = await setStage(undefined, database)
    district = stage.district
    const picture = await makePhoto(
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    )
    if (isRefusal(picture)) throw new Error(picture.because.en)
    const ground = { database, store: folderStore(join(source.folder, 'files')), ring: await keyringIn(keyring) }
    photo = await keepPhoto(ground, district, picture, 'wangMin', stage.clock.now())
    erased = await keepPhoto(ground, district, picture, 'wangMin', stage.clock.now())
    await within(database, { as: 'command', district }, (connection) =>
      erasePhotos(connection, district, { uploadedBy: 'nobody', ids: [erased] }, stage.clock.now()),
    )
    const reported = await stage.nobody().send('report', randomUUID(), lampReport())
    assert.equal(reported.status, 200, JSON.stringify(reported.body))
    const accepted = await (await stage.at('wangMin')).send('accept', reported.body.id)
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
    stage.live.close()
    await stage.app.close()
    await database.close()
  })
  after(async () => {
    rmSync(under, { recursive: true, force: true })
    for (const name of databases) await sql`drop database ${sql.id(name)} with (force)`.execute((await testDatabase()).kysely)
  })

  test('is a folder with everything but the keyring, and says where that is to be kept', async () => {
    const { code, said } = await linli(source, 'backup', kept)
    assert.equal(code, 0, said)
    assert.match(said, /is whole after .* 1 photos, 1 seals\.\nThe keyring [0-9a-f]{16} is NOT in it/)
    manifest = await readManifest(kept)
    assert.deepEqual([manifest.kind, manifest.photos, manifest.missing], [onServer ? 'server' : 'embedded', 1, []])
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' })
    assert.ok(files.includes(join('files', photo.slice(-2), photo)), files.join('\n'))
    const listed = await compareChecksums(kept, manifest, silent)
    assert.deepEqual(listed.size, 3, 'the database, its seals, one photo: what else is put there is none of it')
    assert.ok(!files.some((file) => file.endsWith(erased) || file.includes('keyring')), files.join('\n'))
  })

  test('goes into no folder that has something in it', async () => {
    const { code, said } = await linli(source, 'backup', kept)
    assert.equal(code, 1)
    assert.match(said, /^linli backup: .*kept is there already, and not empty\n$/)
  })

  test('restored into an empty place proves itself against its own seals, and its photos open with the keyring', async () => {
    const place = await makePlace('restored')
    copyFileSync(keyring, join(place.folder, 'keyring.json'))
    const { code, said } = await linli(place, 'restore', kept)
    assert.equal(code, 0, said)
    assert.match(said, new RegExp(`${district}: 1 items, 2 events, 1 seals`))
    assert.match(said, /1 seals that were kept elsewhere were compared\nnothing is wrong\nrestored in/)
    const database = await openAt(place)
    const sessions = await within(database, { as: 'owner' }, async (connection) => {
      const { rows } = await sql`select 1 from people.sessions`.execute(connection)
      return rows.length
    })
    assert.equal(sessions, 0, 'nobody is signed in who may have signed out since')
    const ring = await keyringIn(keyring)
    const key = await within(database, { as: 'command', district }, (connection) => photoKey(connection, ring, district, photo))
    assert.ok(key)
    const bytes = await photoBytes(folderStore(join(place.folder, 'files')), key, district, photo)
    assert.equal(bytes?.subarray(0, 2).toString('hex'), 'ffd8')
    await database.close()
    await assert.rejects(placeFor(place.folder, place.address), /has tables \(|is not empty \(database, files\)/)
  })

  test('that lacks a file, or has another in its place, is refused by the names of those', async () => {
    const file = join('files', photo.slice(-2), photo)
    const bytes = readFileSync(join(kept, file))
    writeFileSync(join(kept, file), Buffer.concat([bytes, Buffer.from('!')]))
    const place = await makePlace('damaged')
    copyFileSync(keyring, join(place.folder, 'keyring.json'))
    const { code, said } = await linli(place, 'restore', kept)
    assert.equal(code, 1)
    assert.match(said, new RegExp(`^linli restore: this backup is damaged: 1 files .*: ${file}\\n$`))
    assert.deepEqual(readdirSync(place.folder), ['keyring.json'])
    rmSync(join(kept, file))
    await assert.rejects(compareChecksums(kept, manifest, silent), new RegExp(`damaged: 1 files .*: ${file}`))
    writeFileSync(join(kept, file), bytes)
    const { checksums } = partsOf(kept, manifest.kind)
    writeFileSync(checksums, readFileSync(checksums, 'utf8').split('\n').slice(1).join('\n'))
    await assert.rejects(compareChecksums(kept, manifest, silent), /checksums is not what the manifest says/)
  })

  test('without a keyring at the place, or one that never became whole, is refused before anything is there', async () => {
    const place = await makePlace('empty')
    const refused = await linli(place, 'restore', kept)
    assert.equal(refused.code, 1)
    assert.match(
      refused.said,
      /^linli restore: this backup cannot be restored here: it takes the keyring [0-9a-f]{16} with master key 1: put/,
    )
    assert.deepEqual(readdirSync(place.folder), [])
    await assert.rejects(readManifest(place.folder), /is no backup, or one that never became whole/)
  })
})
