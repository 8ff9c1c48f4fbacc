import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Part } from '#testing/parts.ts'
import { hasServer } from './ground.ts'
import { pause, play } from './play.ts'

/** A disk that is full for a while, under PostgreSQL and under the embedded database. */
export const part: Part = async (goals, { quick }) => {
  for (const kind of hasServer ? (['embedded', 'server'] as const) : (['embedded'] as const)) {
    const disk = smallDisk()
    if (!disk) return goals.notRun('the disk is full', 'a disk of its own can be mounted by root only')
    try {
      await play(goals, {
        name: `the disk is full${kind === 'embedded' ? ', embedded' : ''}`,
        kind,
        under: disk.folder,
        async breaks({ heard }) {
          const count = () => heard.acknowledged.length
          const filled = disk.fill()
          const counts = [count()]
          // What had been set aside for the log before may take some more.
          for (let part = 0; part < 2; part += 1) {
            await pause(quick ? 3000 : 10_000)
            counts.push(count())
          }
          disk.empty()
          await pause(3000)
          counts.push(count())
          const [first, second, after] = counts.slice(1).map((one, index) => one - (counts[index] ?? 0))
          return `${filled} MB filled up; acknowledged ${first} and ${second} in the two halves of the time, ${after} within 3 s after there was room again`
        },
      })
    } finally {
      disk.remove()
    }
  }
}

/** A disk in memory, of 700 MB, that can be filled. */
function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'linli-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=777', 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true })
    return
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    /** Leaves no room at all. Gives how many megabytes that took. */
    fill: () => {
      const { bavail, bsize } = statfsSync(folder)
      const room = bavail * bsize
      try {
        writeFileSync(ballast, Buffer.alloc(room))
      } catch {
        // Somebody else took the last of it.
      }
      return Math.round(room / 1e6)
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}
