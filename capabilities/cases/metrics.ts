import type { Metric } from '#kernel/metric/define.ts'
import { solvedConfirmed } from './metrics/confirmed.ts'
import { extensions, openNow, overNow, received, returns, toDecide } from './metrics/counts.ts'
import { medianHoursToResolve, p90HoursToResolve } from './metrics/durations.ts'
import { acceptedInTime, resolutionRate, resolvedInTime, responseRate, satisfactionRate } from './metrics/rates.ts'

/**
 * The figures of the closed loop. All are counted from what commands wrote, for cases reported in a window, so that figures that
 * stand side by side are about the same cases; each says out of what, and leads to its rows where a list has them.
 */
export const caseMetrics: readonly Metric[] = [
  received,
  openNow,
  overNow,
  toDecide,
  responseRate,
  acceptedInTime,
  resolvedInTime,
  resolutionRate,
  satisfactionRate,
  solvedConfirmed,
  medianHoursToResolve,
  p90HoursToResolve,
  returns,
  extensions,
]
