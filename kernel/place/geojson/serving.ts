import type { Connection } from '../../database/open.ts'
import { type Words, words } from '../../words.ts'
import type { UnitRow } from '../rows.ts'
import { servedBy, servesOf, standingEstates } from '../store/serving.ts'
import type { Complaints } from './report.ts'

interface Company {
  code: string
  name: string
  serves: readonly string[]
}

/**
 * Of the units of a file those that remain when each estate has one property company at most, in the file and beside what stands
 * already. A company of which the file does not say what it serves goes on as it did.
 */
export async function servedOnce(
  connection: Connection,
  district: string,
  {
    rows,
    placed,
    wrong,
    day,
  }: { rows: ReadonlyMap<number, UnitRow>; placed: readonly UnitRow[]; wrong: Complaints; day: string },
): Promise<UnitRow[]> {
  const before = await servesOf(
    connection,
    district,
    placed.flatMap(({ code, kind, serves }) => (kind === 'propertyCompany' && serves === undefined ? [code] : [])),
  )
  const indexes = new Map([...rows].map(([index, { code }]) => [code, index]))
  let left = placed.map((row) => ({ ...row, serves: row.serves ?? before.get(row.code) ?? [] }))
  // What is refused is not written: the company that stands in the database then serves what it did.
  for (let count = -1; count !== left.length; ) {
    count = left.length
    const named = new Set(left.flatMap(({ code, kind }) => (kind === 'estate' ? [code] : [])))
    for (const { code, problem } of await servedTwice(connection, district, { companies: left, named, day }))
      wrong.add(indexes.get(code) ?? -1, code, problem)
    left = left.filter(({ code }) => !wrong.refuses(indexes.get(code) ?? -1))
  }
  return left
}

async function servedTwice(
  connection: Connection,
  district: string,
  { companies, named, day }: { companies: readonly Company[]; named: ReadonlySet<string>; day: string },
): Promise<{ code: string; problem: Words }[]> {
  const estates = [...new Set(companies.flatMap(({ serves }) => serves))]
  const standing = await standingEstates(connection, district, estates, day)
  const taken = await servedBy(connection, district, estates, { day, but: companies.map(({ code }) => code) })
  const found: { code: string; problem: Words }[] = []
  for (const { code, name, serves } of companies)
    for (const estate of serves) {
      const other = taken.get(estate)
      if (!standing.has(estate) && !named.has(estate))
        found.push({ code, problem: words(`没有小区 ${estate}，或已停用`, `there is no estate ${estate}, or it has ended`) })
      else if (other)
        found.push({
          code,
          problem: words(
            `小区 ${estate} 已由${other.name}(${other.code})服务`,
            `estate ${estate} is served by ${other.name} (${other.code})`,
          ),
        })
      else taken.set(estate, { code, name })
    }
  return found
}
