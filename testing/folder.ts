import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What a test process keeps in files, gone when it ends. Not named by the number of the process: a later one is given the same
 * number, and would find the secrets of this one.
 */
export const testFolder = mkdtempSync(join(tmpdir(), 'linli-test-'))
process.on('exit', () => rmSync(testFolder, { recursive: true, force: true }))
