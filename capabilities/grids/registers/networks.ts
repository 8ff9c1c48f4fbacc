import { defineRegister } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'
import { Network } from '../contract/entries.ts'
import { carriers, doers, rhythms, seasons } from '../contract/kinds.ts'
import { flaw, type GridFacts } from '../facts.ts'
import { choice, field, shared } from '../fields.ts'

/** The networks that meet in the grids (多网融合): a district adds its own. */
export const networkRegister = defineRegister<typeof Network, GridFacts>({
  name: 'networks',
  label: { zh: '网格承担的网络', en: 'networks of the grids' },
  path: 'networks',
  keptIn: { schema: 'grids', table: 'networks', key: 'code', entry: 'network' },
  entry: Network,
  fields: {
    code: shared.code,
    name: field('名称', 'Name'),
    zh: field('中文', 'Chinese'),
    en: field('英文', 'English'),
    department: field('牵头部门', 'Department', words('单位代码', 'the code of the unit')),
    carriedBy: choice('由哪些网格承担', 'Carried by', carriers),
    items: field('服务事项', 'Service items'),
    what: field('做什么', 'What'),
    by: choice('谁来做', 'By whom', doers),
    rhythm: choice('多久一次', 'How often', rhythms),
    season: choice('什么时候', 'When', seasons),
  },
  key: ({ code }) => code,
  searched: ['name.zh', 'name.en'],
  mayRead: 'anybody',
  mayEdit: ['systemAdmin'],
  check: ({ code, name, department }, { entries, facts }) => {
    const twin = [...entries.values()].find((other) => other.code !== code && other.name.zh === name.zh)
    return [
      ...(twin ? [flaw('name.zh', `已有同名的“${twin.code}”`, `is the name of "${twin.code}" already`)] : []),
      ...(department === undefined || facts.units.has(department)
        ? []
        : [flaw('department', `本区没有“${department}”这个单位`, `the district has no unit "${department}"`)]),
    ]
  },
})
