import { noOccasion, type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Words } from '#kernel/words.ts'
import type { Authority } from '../contract/inputs.ts'
import type { Case, Known } from '../contract/item.ts'
import { limitOf, limitsAfter, owesReport } from '../limits.ts'
import type { CaseContext } from '../rulebook.ts'

// 强制报告. Harm to a minor is reported to the police, civil affairs or education at once (未成年人保护法第 11 条), and violence at home
// against somebody who cannot help themselves to the police in time (反家庭暴力法第 14 条), by whoever finds it in their work; read on
// 2026-11-01. How fast "at once" is here is our own choice (`limits.ts`).

const cause: Words = { zh: '强制报告义务', en: 'the duty to report' }

/** The limit that runs until it is reported to an authority, for what is protected and was not reported yet. One that runs already runs on. */
export const dutyOf = (item: Pick<Known, 'protected' | 'authority' | 'limits'>) =>
  owesReport(item) && limitOf(item, 'duty') === undefined ? [{ step: 'duty' as const, cause }] : []

/** Nothing that the law wants reported ends here unreported. */
export const owesDuty = (item: Case): Refusal | undefined =>
  owesReport(item)
    ? refuse(
        '这件事依法须先报告公安、民政或教育部门：请先登记“强制报告”',
        'by law it is reported to the police, civil affairs or education first: note that under “reported to an authority”',
      )
    : undefined

export const noDuty = (item: Case): Refusal | undefined =>
  item.protected
    ? undefined
    : noOccasion('只有侵害未成年人、家庭暴力的事项有强制报告义务', 'only harm to minors and violence at home are to be reported')

export const dutyDone = ({ authority }: Case): Refusal | undefined => authority && refuse('已登记强制报告', 'it is noted already')

/** 强制报告: to which authority it was reported, and under which number there. */
export const reportToAuthority = <Item extends Case>(item: Item, { to, receipt }: Authority, context: CaseContext): Item => ({
  ...item,
  ...limitsAfter(item, context, { end: ['duty'] }),
  authority: {
    ...{ to, at: context.now.toString(), by: context.actor.name },
    ...(receipt !== undefined && { receipt }),
  },
})
