import { parentPort, workerData } from 'node:worker_threads'
import { refusedBy } from '../../../flow/refusal.ts'
import { gridOf } from './read.ts'

// Runs in a thread of its own, for one sheet. What a sheet is refused for is an answer; anything else is an error of ours.
const { bytes, preferred }: { bytes: Uint8Array; preferred: string } = workerData
try {
  parentPort?.postMessage(gridOf(Buffer.from(bytes), preferred))
} catch (error) {
  const refused = refusedBy(error)
  if (!refused) throw error
  parentPort?.postMessage(refused)
}
