import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Manifest, partsOf } from './manifest.ts'
import type { Progress } from './progress.ts'

/** The SHA-256 of a file, read piece by piece. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes the checksums of some files, by their paths in the folder, as `sha256sum -c checksums` reads them too. Gives their own. */
export async function writeChecksums(file: string, checksums: ReadonlyMap<string, string>): Promise<string> {
  await writeFile(file, [...checksums].map(([path, checksum]) => `${checksum}  ${path}\n`).join(''), { flush: true })
  return checksumOf(file)
}

/**
 * Reads every file of a backup and compares it with its checksum. Throws, naming those that are damaged or missing. Gives the paths of
 * those that are in it: what else lies in the folder is none of it.
 */
export async function compareChecksums(folder: string, manifest: Manifest, progress: Progress): Promise<ReadonlySet<string>> {
  const { checksums, database, seals } = partsOf(folder, manifest.kind)
  if ((await checksumOf(checksums).catch(() => '')) !== manifest.checksums)
    throw new Error(`this backup is damaged: ${checksums} is not what the manifest says`)
  const lines = (await readFile(checksums, 'utf8')).split('\n').filter((line) => line !== '')
  const listed = new Set<string>()
  const bad: string[] = []
  for (const [done, line] of lines.entries()) {
    const [checksum, path = ''] = line.split('  ')
    listed.add(path)
    if ((await checksumOf(join(folder, path)).catch(() => '')) !== checksum) bad.push(path)
    progress(`read ${done + 1} of ${lines.length} files`)
  }
  if (bad.length > 0)
    throw new Error(
      `this backup is damaged: ${bad.length} files are not what they were or missing: ${bad.slice(0, 10).join(', ')}`,
    )
  for (const part of [database, seals])
    if (!listed.has(relative(folder, part))) throw new Error(`this backup is damaged: ${part} is not among its checksums`)
  return listed
}
