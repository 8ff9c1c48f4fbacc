import type { Connection } from '../../database/open.ts'
import { refusal } from '../../flow/refusal.ts'
import { type Problem, wrongField } from '../../http/problem.ts'
import type { UnitKind } from '../kinds.ts'
import { servedBy, standingEstates } from '../store/serving.ts'

interface Serving {
  code: string
  kind: UnitKind
  serves: readonly string[]
}

/** Why a unit cannot serve these estates: only a property company serves any, and each estate has one at most. */
export async function mayNotServe(
  connection: Connection,
  district: string,
  { code, kind, serves }: Serving,
  day: string,
): Promise<Problem | undefined> {
  if (serves.length === 0) return undefined
  if (kind !== 'propertyCompany')
    return wrongField('serves', refusal('badInput', '只有物业公司服务小区', 'only a property company serves estates'))
  const standing = await standingEstates(connection, district, serves, day)
  const others = await servedBy(connection, district, serves, { day, but: [code] })
  for (const [index, estate] of serves.entries()) {
    const [name, other] = [standing.get(estate), others.get(estate)]
    if (name === undefined)
      return wrongField(
        `serves.${index}`,
        refusal('badInput', '没有这个小区，或已停用', 'there is no such estate, or it has ended'),
      )
    if (other)
      return wrongField(
        `serves.${index}`,
        refusal(
          'rule',
          `${name}已由${other.name}服务，先在那里去掉`,
          `${name} is served by ${other.name}: take it away from them first`,
        ),
      )
  }
  return undefined
}
