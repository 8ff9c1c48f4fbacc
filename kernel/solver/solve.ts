import { Worker } from 'node:worker_threads'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { lpText } from './lp.ts'
import type { Model, Solution, Variable } from './model.ts'
import type { Answer, Question } from './thread.ts'

/** Models that are solved at the same time: each takes a processor, and some hundred megabytes if it is big. */
const atOnce = 2
let solving = 0

/** What a model may come to: factors of its constraints; seconds for its search; and seconds more to read it and to end a step. */
const most = { factors: 1_000_000, seconds: 20, grace: 15 }

const tooLarge = refusal(
  'tooLarge',
  '问题规模过大，无法求解，请缩小范围或减少候选',
  'this is too large to solve: take a smaller area or fewer candidates',
)
const late = refusal(
  'tooLarge',
  '未能在限定时间内求得结果，请缩小范围或减少候选',
  'no answer was found in time: take a smaller area or fewer candidates',
)
const busy = refusal('tooMany', '正在求解别的问题，请稍后再试', 'other problems are being solved: try again in a moment')

/**
 * Finds the best values of a model with HiGHS, in a thread of its own, so that nobody else waits for it. Refused is what is too large,
 * what finds nothing in time, and what comes while others are solved. Throws where the model is a mistake of the program (`lpText`).
 */
export async function solve(model: Model, limits: Partial<typeof most> = {}): Promise<Solution | Refusal> {
  const { factors, seconds, grace } = { ...most, ...limits }
  if (model.constraints.reduce((sum, { terms }) => sum + terms.length, 0) > factors) return tooLarge
  if (solving >= atOnce) return busy
  solving += 1
  try {
    const start = model.start && model.variables.map(({ name }) => model.start?.get(name) ?? 0)
    const answer = await inThread({ text: lpText(model), ...(start && { start }), seconds }, seconds + grace)
    return answer.state === 'late' ? late : solutionOf(model, answer)
  } finally {
    solving -= 1
  }
}

function inThread(workerData: Question, seconds: number): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const overdue = setTimeout(() => resolve({ state: 'late' }), seconds * 1000)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the thread that solves ended with ${code} and said nothing`)))
  return promise.finally(async () => {
    clearTimeout(overdue)
    await worker.terminate()
  })
}

function solutionOf({ variables }: Model, answer: Exclude<Answer, { state: 'late' }>): Solution {
  if (answer.state === 'infeasible' || answer.state === 'unbounded') return { state: answer.state }
  const values = new Map(variables.map((variable, index) => [variable.name, exactly(variable, answer.values[index] ?? 0)]))
  // The bound is one of branching: where nothing branches, the optimum is its own.
  const bound = answer.state === 'optimal' ? answer.objective : answer.bound
  return { state: answer.state, objective: answer.objective, bound, values }
}

/** HiGHS takes a yes for one within a millionth. */
const exactly = ({ kind }: Variable, value: number) => (kind === 'binary' ? Math.round(value) : value)
