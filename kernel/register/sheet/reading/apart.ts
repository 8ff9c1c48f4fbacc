import { Worker } from 'node:worker_threads'
import { type Refusal, refusal } from '../../../flow/refusal.ts'
import { type Grid, most } from './grid.ts'

/** Sheets that are read at the same time: each takes a processor and its memory. */
const atOnce = 2
let reading = 0

const tooCostly = refusal(
  'tooLarge',
  '表格过于复杂，无法在限定的时间和内存内读完，请分成几份，或把数据复制到新的空白表格',
  'this sheet takes too long or too much memory to read: split it, or copy its cells to a fresh sheet',
)
const busy = refusal('tooMany', '正在读取别的表格，请稍后再试', 'other sheets are being read: try again in a moment')

/** Reads a sheet in a thread of its own, so that nobody else waits for it, within bounds of time and memory. */
export async function readApart(bytes: Buffer, preferred: string, { time, memory }: Limits = most): Promise<Grid | Refusal> {
  if (reading >= atOnce) return busy
  reading += 1
  try {
    return await inThread(bytes, preferred, { time, memory })
  } finally {
    reading -= 1
  }
}

interface Limits {
  time: number
  memory: number
}

function inThread(bytes: Buffer, preferred: string, { time, memory }: Limits): Promise<Grid | Refusal> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, preferred },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Grid | Refusal>()
  const late = setTimeout(() => resolve(tooCostly), time)
  worker.once('message', resolve)
  worker.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooCostly) : reject(error),
  )
  worker.once('exit', (code) => reject(new Error(`the thread that reads sheets ended with ${code} and said nothing`)))
  return promise.finally(async () => {
    clearTimeout(late)
    await worker.terminate()
  })
}
