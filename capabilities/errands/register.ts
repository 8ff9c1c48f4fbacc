import { defineRegister } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'
import { ErrandItem } from './contract/item.ts'
import { fields } from './fields.ts'

/** What the communities of a district do for residents (代办事项目录). Everybody reads it. */
export const errandItemRegister = defineRegister({
  name: 'errandItems',
  label: words('代办事项', 'errand items'),
  path: 'errand-items',
  keptIn: { schema: 'errands', table: 'items', key: 'code', entry: 'kept' },
  entry: ErrandItem,
  fields,
  key: ({ code }) => code,
  columns: ({ kind }) => ({ kind }),
  filters: ['kind'],
  searched: ['name.zh', 'name.en', 'department'],
  mayRead: 'anybody',
  mayEdit: ['systemAdmin', 'streetDesk'],
  check: ({ code, name, papers }, { entries }) => {
    const twin = [...entries.values()].find((other) => other.code !== code && other.name.zh === name.zh)
    const named = papers.map((paper) => paper.name)
    return [
      ...(twin
        ? [{ field: 'name.zh', because: words(`已有同名的“${twin.code}”`, `is the name of "${twin.code}" already`) }]
        : []),
      ...(new Set(named).size < named.length
        ? [{ field: 'papers', because: words('同一种材料写了两次，请写份数', 'a paper stands twice: give its count') }]
        : []),
      ...(papers.some(({ kind, count }) => kind === 'money' && count !== 1)
        ? [
            {
              field: 'papers',
              because: words('现金只写 1 份，金额交接时写', 'of money there is one: its amount is said as it is given'),
            },
          ]
        : []),
    ]
  },
})
