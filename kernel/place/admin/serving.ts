import type { Connection } from '../../database/open.ts'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import { type Problem, wrongField } from '../../http/problem.ts'
import type { UnitKind } from '../kinds.ts'
import { estatesServed } from './store/serving.ts'

/** Why a unit cannot serve one of these estates: only a property company serves any, and each estate has one at most. */
export async function mayNotServe(
  connection: Connection,
  district: string,
  { code, kind }: { code: string; kind: UnitKind },
  estates: readonly string[],
): Promise<Problem | undefined> {
  if (estates.length === 0) return undefined
  if (kind !== 'propertyCompany')
    return wrongField('serves', refusal('badInput', '只有物业公司服务小区', 'only a property company serves estates'))
  const standing = await estatesServed(connection, district, estates)
  for (const [index, estate] of estates.entries()) {
    const wrong = whyNot(standing.get(estate), code)
    if (wrong) return wrongField(`serves.${index}`, wrong)
  }
  return undefined
}

type Served = NonNullable<ReturnType<Awaited<ReturnType<typeof estatesServed>>['get']>>

function whyNot(estate: Served | undefined, company: string): Refusal | undefined {
  if (!estate) return refusal('badInput', '没有这个小区，或已停用', 'there is no such estate, or it has ended')
  const { name, by } = estate
  if (by === null || by.code === company) return undefined
  return refusal(
    'rule',
    `${name}已由${by.name}服务，先在那里去掉`,
    `${name} is served by ${by.name}: take it away from them first`,
  )
}
