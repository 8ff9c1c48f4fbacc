import { caseRules } from '#capabilities/cases/store/retention.ts'
import { errandRules } from '#capabilities/errands/store/retention.ts'
import type { Rule } from '#kernel/retention/rule.ts'
import { kernelRules, kernelStanding as standing } from '#kernel/retention/rules.ts'

/** All that is kept for so long and no longer, by whom it is kept: the rounds forget by it, and `docs/privacy.md` lists it. */
export const rules: readonly Rule[] = [...caseRules, ...errandRules, ...kernelRules]

export { standing }
