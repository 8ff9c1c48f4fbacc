import { branchMetrics } from '#capabilities/branches/metrics.ts'
import { committeeMetrics } from '#capabilities/committees/metrics.ts'
import { errandMetrics } from '#capabilities/errands/metrics.ts'
import { gridMetrics } from '#capabilities/grids/metrics.ts'
import { stationMetrics } from '#capabilities/stations/metrics.ts'
import type { Chapter } from '#kernel/metric/brief.ts'
import { words } from '#kernel/words.ts'

/** The work brief, system by system. */
export const chapters: readonly Chapter[] = [
  { system: 'committees', label: words('治理委员会', 'committees'), metrics: committeeMetrics },
  { system: 'branches', label: words('小区党支部', 'branches'), metrics: branchMetrics },
  { system: 'grids', label: words('红色网格', 'grids'), metrics: gridMetrics },
  { system: 'errands', label: words('红色代办', 'errands'), metrics: errandMetrics },
  { system: 'stations', label: words('党群阵地', 'stations'), metrics: stationMetrics },
]
