import { defineRegister } from '#kernel/register/define.ts'
import { flaw } from '#kernel/register/flaws.ts'
import { CommitteeKind } from '../contract/entries.ts'
import type { CommitteeFacts } from './committees.ts'
import { kindFields } from './fields.ts'

/** The kinds of special committee (专项委员会): a district has its own. */
export const committeeKindRegister = defineRegister<typeof CommitteeKind, CommitteeFacts>({
  name: 'committeeKinds',
  label: { zh: '专项委员会类别', en: 'kinds of special committee' },
  path: 'committee-kinds',
  keptIn: { schema: 'committees', table: 'kinds', key: 'code', entry: 'kind' },
  entry: CommitteeKind,
  fields: kindFields,
  key: ({ code }) => code,
  searched: ['name.zh', 'name.en', 'about'],
  mayRead: 'anybody',
  mayEdit: ['systemAdmin'],
  check: ({ code, name }, { entries }) => {
    const twin = [...entries.values()].find((other) => other.code !== code && other.name.zh === name.zh)
    return twin ? [flaw('name.zh', `已有同名的“${twin.code}”`, `is the name of "${twin.code}" already`)] : []
  },
})
