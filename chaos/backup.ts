import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded, openServer } from '#kernel/database/open.ts'
import { keyringIn } from '#kernel/vault/keyring.ts'
import type { Goals } from '#testing/goals.ts'
import type { Part } from '#testing/parts.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'
import type { Heard } from './client.ts'
import { linli } from './command.ts'
import { type Ground, hasServer } from './ground.ts'
import { pause, play } from './play.ts'
import { reckon } from './reckon.ts'
import { countedFrom, darkPhotos, figuresOf } from './restored.ts'

/** A backup taken while people report and send photos; then everything is gone, and it is restored into an empty place. */
export const part: Part = async (goals, { quick }) => {
  for (const kind of hasServer ? (['embedded', 'server'] as const) : (['embedded'] as const)) {
    const folder = mkdtempSync(join(tmpdir(), 'linli-chaos-backup-'))
    try {
      const taken = await backUp(goals, kind, folder, quick)
      if (taken) await restore(goals, kind, folder, taken)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

interface Taken {
  district: string
  /** What was acknowledged before it began, and all that was sent before it ended. */
  heard: Heard
  photos: string[]
}

async function backUp(goals: Goals, kind: Ground['kind'], folder: string, quick: boolean): Promise<Taken | undefined> {
  let taken: Taken | undefined
  await play(goals, {
    name: `a backup under load${kind === 'embedded' ? ', embedded' : ''}`,
    kind,
    async breaks({ ground: { district, environment }, heard, photos, listen }) {
      await pause(quick ? 5000 : 30_000)
      mkdirSync(join(folder, 'place'))
      copyFileSync(join(environment.LINLI_DATA ?? '', 'keyring.json'), join(folder, 'place', 'keyring.json'))
      const before = { acknowledged: [...heard.acknowledged], photos: [...photos] }
      listen()
      const began = performance.now()
      const { ended, said } = linli(environment, 'backup', join(folder, 'kept'))
      const code = await ended
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      const sent = new Set(heard.sent)
      if (code !== 0) return `it failed: ${said()}`
      taken = { district, heard: { ...heard, acknowledged: before.acknowledged, sent }, photos: before.photos }
      return `whole after ${seconds} s, while ${heard.acknowledged.length - before.acknowledged.length} were acknowledged`
    },
    holds: () => taken !== undefined,
  })
  return taken
}

async function restore(goals: Goals, kind: Ground['kind'], folder: string, { district, heard, photos }: Taken): Promise<void> {
  const programs = findPostgres()
  const postgres = kind === 'server' && programs ? await startPostgres(programs) : undefined
  try {
    const place = join(folder, 'place')
    const environment = { LINLI_DATA: place, DATABASE_URL: postgres?.address ?? '' }
    const began = performance.now()
    const { ended, said } = linli(environment, 'restore', join(folder, 'kept'))
    const code = await ended
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const open = () => (postgres ? openServer(postgres.address) : openEmbedded(join(place, 'database')))
    const first = await open()
    const { acknowledged, lost, twice, broken } = await reckon(first, district, heard)
    const ring = await keyringIn(join(place, 'keyring.json'))
    const { named, dark } = await darkPhotos(first, { district, ring, files: join(place, 'files'), wanted: photos })
    const counted = await countedFrom(first, district)
    await first.close()
    const figures = await figuresOf(environment, district, ['received', 'openNow'])
    const same = figures.join() === counted.join()
    const bad = [...lost.map((what) => `lost: ${what}`), ...twice.map((what) => `not whole: ${what}`), ...broken, ...dark]
    goals.note({
      name: `restored into an empty place${kind === 'embedded' ? ', embedded' : ''}`,
      figure: `in ${seconds} s; of ${acknowledged} acknowledged before the backup began ${lost.length} lost; ${twice.length} twice, half or of later; linli verify with its seals ends with ${code}; ${named} photos, ${dark.length} of them dark; figures ${figures.join(' and ')}, counted ${counted.join(' and ')}`,
      goal: 'none lost, none half, proven, all photos open, the same figures',
      holds: bad.length === 0 && code === 0 && same && named > 0,
      found: [...(code === 0 ? [] : [said()]), ...bad],
    })
  } finally {
    await postgres?.stop()
  }
}
