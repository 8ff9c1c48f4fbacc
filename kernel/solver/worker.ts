import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Model } from 'highs'
import type { Answer, Question } from './thread.ts'

// Runs in a thread of its own, for one model: HiGHS stops whatever else its thread has to do.
// Its types say what `require` gives; `import` gives another shape.
const { default: loadHighs }: typeof import('highs') = createRequire(import.meta.url)('highs')
const { text, start, seconds }: Question = workerData
const highs = await loadHighs()
const { modelStatus: states } = highs.constants

/** Only a solution without any gap is called optimal. */
function answerOf(model: Model): Answer {
  model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 })
  if (start) model.setSolution({ colValue: start })
  model.run()
  // Presolving says only that it is one or the other: without it, it is found out which.
  if (model.getModelStatus() === states.unboundedOrInfeasible) {
    model.options.set({ presolve: 'off' })
    model.run()
  }
  const status = model.getModelStatus()
  if (status === states.infeasible) return { state: 'infeasible' }
  if (status === states.unbounded) return { state: 'unbounded' }
  if (status !== states.optimal && status !== states.timeLimit) throw new Error(`HiGHS ended with its status ${status}`)
  if (model.info.get('primal_solution_status') !== highs.constants.solutionStatus.feasible) return { state: 'late' }
  return {
    state: status === states.optimal ? 'optimal' : 'feasible',
    objective: model.getObjectiveValue(),
    bound: Number(model.info.get('mip_dual_bound')),
    values: model.getSolution().colValue,
  }
}

parentPort?.postMessage(highs.withModel({ format: 'lp', data: text }, answerOf))
