import { applicationRules } from '#capabilities/applications/store/retention.ts'
import { branchStanding } from '#capabilities/branches/store/forget.ts'
import { memberRules } from '#capabilities/branches/store/members.ts'
import { caseRules } from '#capabilities/cases/store/retention.ts'
import { committeeRules } from '#capabilities/committees/store/retention.ts'
import { errandRules } from '#capabilities/errands/store/retention.ts'
import { portraitStanding } from '#capabilities/portraits/store/forget.ts'
import { stationRules } from '#capabilities/stations/store/retention.ts'
import { visitRules } from '#capabilities/visits/store/retention.ts'
import type { Rule, Standing } from '#kernel/retention/rule.ts'
import { kernelRules, kernelStanding } from '#kernel/retention/rules.ts'

/** All that is kept for so long and no longer, by whom it is kept: the rounds forget by it, and `docs/privacy.md` lists it. */
export const rules: readonly Rule[] = [
  ...caseRules,
  ...errandRules,
  ...memberRules,
  ...committeeRules,
  ...stationRules,
  ...applicationRules,
  ...visitRules,
  ...kernelRules,
]

/** And what no time ends. */
export const standing: readonly Standing[] = [...branchStanding, ...portraitStanding, ...kernelStanding]
