import type { RawBuilder } from 'kysely'
import { markDay } from '#kernel/metric/tallies.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Case } from '../contract/item.ts'
import { countedCases } from '../metrics/countable.ts'
import { isSettled } from '../settled.ts'

/** The write that has the day of a settled case tallied anew; none where it was not settled, and is not. */
export const tallyWrites = (before: Case | undefined, after: Case): RawBuilder<unknown>[] =>
  isSettled(after) || (before && isSettled(before))
    ? [markDay(countedCases.name, after.district, dayOf(Temporal.Instant.from(after.reportedAt)))]
    : []
