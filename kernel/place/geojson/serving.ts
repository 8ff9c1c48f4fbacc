import type { Connection } from '../../database/open.ts'
import { words } from '../../words.ts'
import type { UnitRow } from '../rows.ts'
import { servedBy } from '../store/serving.ts'
import type { Complaints } from './report.ts'

/** Each estate has one property company at most, in the file and beside what stands already. */
export async function refuseServedTwice(
  connection: Connection,
  district: string,
  rows: ReadonlyMap<number, UnitRow>,
  { wrong, day }: { wrong: Complaints; day: string },
): Promise<void> {
  const companies = [...rows].flatMap(([index, { code, name, serves = [] }]) =>
    serves.length > 0 ? [{ index, code, name, serves }] : [],
  )
  const estates = [...new Set(companies.flatMap(({ serves }) => serves))]
  const but = companies.map(({ code }) => code)
  const taken = await servedBy(connection, district, estates, { day, but })
  for (const { index, code, name, serves } of companies)
    for (const estate of serves) {
      const other = taken.get(estate)
      if (other)
        wrong.add(
          index,
          code,
          words(
            `小区 ${estate} 已由${other.name}(${other.code})服务`,
            `estate ${estate} is served by ${other.name} (${other.code})`,
          ),
        )
      else taken.set(estate, { code, name })
    }
}
