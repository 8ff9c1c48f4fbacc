import { Type } from 'typebox'
import { sheetColumns } from '../../register/sheet/columns.ts'
import { Text } from '../../text.ts'
import { words } from '../../words.ts'
import { NewPerson } from '../admin/shown.ts'
import { postsAt } from '../contract.ts'
import { administrators, isRole, type Role, roles } from '../roles.ts'

/** The roles that a sheet gives: administrators are appointed one by one, once they have a password of their own. */
export const rolesOfSheet = Object.keys(postsAt)
  .filter(isRole)
  .filter((role) => !administrators.has(role))

/** The role that somebody wrote: by its name in either language. */
export const roleCalled = (said: string): Role | undefined =>
  rolesOfSheet.find((role) => [role, roles[role].zh, roles[role].en].some((one) => one === said))

/** A row of the sheet: somebody, and one of their posts. */
export const SheetPerson = Type.Object({
  ...NewPerson.properties,
  role: Type.Enum(rolesOfSheet.map((role) => roles[role].zh)),
  unit: Type.Optional(Text(60)),
})

const fields = {
  name: { name: words('姓名', 'Name') },
  account: {
    name: words('电话或账号', 'Telephone or account'),
    about: words(
      '登录用的：电话号码，或字母、数字的账号。同一个人有几个岗位的写几行，这一格相同',
      'what they sign in with: a telephone, or an account of letters and digits. Whoever has several posts has as many rows, with the same here',
    ),
  },
  role: { name: words('岗位', 'Post') },
  unit: {
    name: words('单位或网格', 'Unit or grid'),
    about: words('名称或编码；全区的岗位留空', 'its name or code; empty for a post over the whole district'),
  },
}

/** The columns of the sheet of people: a register's without its version and end, since it only makes what is new. */
export const peopleColumns = sheetColumns(SheetPerson, fields).filter(({ path }) => path.length > 0)
