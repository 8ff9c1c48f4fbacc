import { field } from '#kernel/register/naming.ts'
import { sheetColumns } from '#kernel/register/sheet/columns.ts'
import { plainRows } from '#kernel/register/sheet/plain.ts'
import type { Grid } from '#kernel/register/sheet/reading/grid.ts'
import { words } from '#kernel/words.ts'
import { SheetMember } from './contract/member.ts'

const fields = {
  branch: field('支部代码', 'Branch', words('小区党支部名录里的代码', 'its code in the register of branches')),
  name: field('姓名', 'Name', words('只写姓名；不填电话、身份证号', 'the name only, no numbers')),
  system: field('来源系统', 'System', words('从哪个系统导出', 'the system that it comes from')),
  number: field('在该系统的编号', 'Number there', words('不要用身份证号', 'not an identity number')),
  asOf: field('截至', 'As of', words('系统里的数据是哪天的', 'the day of the data')),
}

/** The columns of the sheet of members: those of its contract, without a version or an end, since the whole of a branch is brought. */
export const memberColumns = sheetColumns(SheetMember, fields).filter(({ path }) => path.length > 0)

/** A member as a row of the sheet has them. */
export interface MemberIn extends SheetMember {
  row: number
}

const most = 5000

/** Who stands in a sheet, what is wrong with it, and how to say where. */
export function membersIn(grid: Grid) {
  const { rows, ...told } = plainRows(memberColumns, grid, most)
  const members = rows.flatMap(({ row, given }): MemberIn[] => {
    const [branch, name, system, number, asOf] = ['branch', 'name', 'system', 'number', 'asOf'].map((one) => given.get(one))
    return branch && name && system && number && asOf ? [{ row, branch, name, system, number, asOf }] : []
  })
  return { members, ...told }
}
