import { namesBy } from '#bin/house.ts'
import { turn } from '#bin/rounds.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { proposeSpecials } from '#capabilities/specials/store/propose.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { sumMonths } from '#kernel/metric/sums.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { keepUnsettled } from '#kernel/metric/unsettled.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import type { OwnHouse } from '../../openHouse.ts'

/** What the server does by itself within its first minutes: tells what is to be told, counts what figures are told from, seals, proposes special tasks. */
export async function makeRound({ furnished, district: of }: OwnHouse): Promise<void> {
  const { database, clock } = furnished.house
  const report = (fault: unknown) => console.error(fault)
  await turn(furnished, of, report)
  while (await sealDistrict(database, of, clock()));
  const measures = talliedMeasures(caseMetrics)
  for (const work of [tallyDays, sumMonths, keepUnsettled]) while ((await work(database, of, measures, clock())) > 0);
  await proposeSpecials(furnished.house, of, namesBy(furnished.cases))
}
