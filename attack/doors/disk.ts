import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '#bin/migrations.ts'
import { preparedSnapshot } from '#bin/prepared.ts'
import { openEmbedded } from '#kernel/database/open.ts'
import { attached, lampReport, setStage } from '#testing/stage.ts'
import type { Knock } from './knock.ts'
import { everything, planted } from './world.ts'

/** A house of its own on the disk, in which somebody reports; then every file of it is looked through. */
export const onDisk: Knock = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-doors-'))
  try {
    const database = await openEmbedded(folder, await preparedSnapshot(await allMigrations()))
    const stage = await setStage(undefined, database)
    const reporter = await stage.resident(planted.phone)
    const photo = await attached(stage, reporter)
    const { status, body } = await reporter.send('report', '', lampReport({ ...planted, photos: [photo] }))
    if (status !== 200) throw new Error(`nothing was reported: ${JSON.stringify(body)}`)
    await reporter.send('comment', body.id, { words: '牦牛补充' })
    await database.script(database.kysely, 'checkpoint')
    await database.close()
    const found: string[] = []
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const bytes = await readFile(join(file.parentPath, file.name))
      found.push(...everything.filter((word) => bytes.includes(word)).map((word) => `${file.name} holds ${word}`))
      // What was not a secret has to be there, or nothing was looked at.
      if (bytes.includes('municipal.streetLamp') && bytes.includes(body.id)) found.push('read')
    }
    const kept = await stage.store.get(photo)
    if (kept?.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]))) found.push('the photo lies open')
    return found.includes('read') ? found.filter((one) => one !== 'read') : [...found, 'nothing was found at all']
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
