import { yellow } from '#kernel/time/contract.ts'
import { w } from '#web/shared/language.ts'

/** When a case is about to run over, in words: the rule by which limits turn yellow. */
export const soonRule = w(
  `时限过了 ${yellow * 100}%、还没到的，算快到时，系统这时提醒承办人。按时限自己的钟算：4 个工作小时的时限，下班、放假不计，过了 ${yellow * 4} 个就算。`,
  `Due soon: ${yellow * 100}% of the limit is over, and not all of it; its holder is told then. By the limit’s own clock: of 4 working hours, after ${yellow * 4}, with nights and holidays left out.`,
)
