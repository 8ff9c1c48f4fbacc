import { Link, useLocation, useSearchParams } from 'wouter'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import type { Register } from '#web/shared/register/register.ts'
import { kindWords } from '../../contract/categoryValues.ts'
import { CategoryForm } from './CategoryForm.tsx'
import { useGroups } from './groups.ts'

const limits = {
  ...{ accept: { workingHours: 2 }, solveOrDispatch: { workingDays: 1 }, receive: { workingHours: 4 } },
  ...{ contact: { workingDays: 1 }, resolve: { workingDays: 5 } },
}

/** What a new category begins with: the usual limits, nothing special. */
const begun = (parent: string) => ({
  ...{ parent, urgency: 'ordinary', dispatchBy: 'grid', assisting: [], words: [], codes: {} },
  ...{ verifiedOnSite: false, withdrawable: true, photosWanted: { before: false, after: true } },
  limits: {
    byKind: Object.fromEntries(Object.keys(kindWords).map((kind) => [kind, limits])),
    urgent: {
      ...{ accept: { minutes: 30 }, solveOrDispatch: { minutes: 60 }, receive: { minutes: 30 } },
      ...{ contact: { minutes: 120 }, resolve: { minutes: 1440 } },
    },
  },
})

/** A new category: under which group first, since its code begins with it. */
export function NewCategory({ register }: { register: Register }) {
  const say = useSay()
  const [, go] = useLocation()
  const [search, setSearch] = useSearchParams()
  const { groups, words } = useGroups()
  const parent = search.get('group') ?? ''
  return (
    <div className="stack">
      <Link href="/console/categories">{say(w('‹ 全部类别', '‹ All categories'))}</Link>
      <h1>{say(w('新建一类', 'A new category'))}</h1>
      <Select
        label={w('属于哪个大类', 'Under which group')}
        value={parent}
        options={[{ value: '', words: w('请选择', 'Choose') }, ...groups.map(({ code, name }) => ({ value: code, words: name }))]}
        choose={(group) => setSearch({ group })}
      />
      {parent !== '' && (
        <CategoryForm
          key={parent}
          {...{ register, groupWords: words }}
          title={w('新的类别', 'The new category')}
          standing={{ entry: begun(parent), version: 0 }}
          saved={(code) => go(`/console/categories/${code}`)}
          leave={() => go('/console/categories')}
        />
      )}
    </div>
  )
}
