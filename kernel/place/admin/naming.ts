import type { Connection } from '../../database/open.ts'
import { refusal } from '../../flow/refusal.ts'
import { type Problem, wrongField } from '../../http/problem.ts'
import { type Position, pointOf } from '../coordinates.ts'
import type { AliasRow } from '../rows.ts'
import { shapeProblems, takenNames } from '../store/check.ts'
import { placeUnit, setAliases } from './store/change.ts'

interface Given {
  aliases?: readonly Pick<AliasRow, 'alias' | 'kind'>[] | undefined
  point?: Position | undefined
}

/** Gives a unit its other names and its point, or tells which of them it cannot have. */
export async function nameUnit(
  connection: Connection,
  district: string,
  code: string,
  { aliases, point }: Given,
): Promise<Problem | undefined> {
  if (aliases) {
    const names = aliases.map(({ alias, kind }) => ({ alias: alias.trim(), kind }))
    const twice = names.findIndex(({ alias }, index) => names.findIndex((other) => other.alias === alias) !== index)
    if (twice >= 0)
      return wrongField(
        `aliases.${twice}`,
        refusal('badInput', `别名 ${names[twice]?.alias} 写了两次`, `the alias ${names[twice]?.alias} is there twice`),
      )
    const taken = await takenNames(
      connection,
      district,
      names.map(({ alias }) => alias),
    )
    const other = taken.find(({ target }) => target !== code)
    if (other)
      return wrongField(
        `aliases.${names.findIndex(({ alias }) => alias === other.name)}`,
        refusal(
          'rule',
          `别名 ${other.name} 已是 ${other.target} 的代码或别名`,
          `the alias ${other.name} is a code or an alias of ${other.target} already`,
        ),
      )
    await setAliases(connection, district, code, names)
  }
  if (!point) return undefined
  const found = pointOf(point)
  if ('problem' in found) return wrongField('point', refusal('badInput', found.problem.zh, found.problem.en))
  const coordinates = [found.longitude, found.latitude] as const
  const [outside] = await shapeProblems(connection, district, [{ index: 0, type: 'Point', coordinates }])
  if (outside)
    return wrongField('point', refusal('badInput', '这个位置在本区范围之外', 'this point lies outside of the district'))
  await placeUnit(connection, district, code, coordinates)
  return undefined
}
