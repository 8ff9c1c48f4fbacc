import type { Cell } from '../../register/sheet/xlsx/xlsx.ts'
import type { AuditedLook } from '../../vault/audit.ts'
import { lookedAtWords, reasonWords } from '../lookWords.ts'
import { isRole, roles } from '../roles.ts'

/** The head of the sheet of looks. */
export const headOfLooks = [
  { words: '时间', width: 18 },
  { words: '谁', width: 14 },
  { words: '岗位', width: 16 },
  { words: '单位', width: 24 },
  { words: '看了什么', width: 28 },
  { words: '原因', width: 40 },
]

/** Looks as rows of a sheet; where there are more than fit, the last row says so. */
export function* rowsOfLooks(
  looks: readonly AuditedLook[],
  names: ReadonlyMap<string, string>,
  most: number,
): Generator<readonly Cell[]> {
  for (const { at, by_name, by_role, by_unit, fields, reason } of looks.slice(0, most))
    yield [
      at,
      by_name,
      isRole(by_role) ? roles[by_role].zh : by_role,
      by_unit === null ? undefined : (names.get(by_unit) ?? by_unit),
      fields.map((field) => lookedAtWords(field).zh).join('、'),
      reasonWords(reason).zh,
    ]
  if (looks.length > most) yield [`只导出了最近 ${most} 条，请缩短日期再导出其余的`]
}
