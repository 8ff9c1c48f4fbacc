import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { History } from '#web/shared/register/History.tsx'
import { type Entry, type Register, registerPath } from '#web/shared/register/register.ts'
import type { Category } from '../../catalogue/category.ts'
import { CategoryForm } from './CategoryForm.tsx'
import { useGroups } from './groups.ts'
import { Retire } from './Retire.tsx'
import { useValueWords } from './units.ts'
import { toldFields } from './words.ts'

/** One category: changed in its form, taken out of use, and what became of it so far. */
export function CategoryEntry({ register, code }: { register: Register; code: string }) {
  const say = useSay()
  const [, go] = useLocation()
  const [saved, setSaved] = useState(false)
  const { words } = useGroups()
  const valueWords = useValueWords()
  const { value, problem, reload } = useLoaded<Entry<Category>>(registerPath(register.path, code))
  return (
    <div className="stack">
      <Link href="/console/categories">{say(w('← 全部类别', '← All categories'))}</Link>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && (
        <>
          <h1>{say(value.entry.name)}</h1>
          {saved && (
            <p className="note good" role="status">
              {say(
                w(
                  `已保存，现在是第 ${value.version} 版。今后开始的时限按新的算。`,
                  `Saved as version ${value.version}. Limits that begin from now on go by it.`,
                ),
              )}
            </p>
          )}
          <CategoryForm
            key={value.version}
            {...{ register, standing: value, groupWords: words }}
            title={w('这一类的内容', 'What it says')}
            saved={() => {
              setSaved(true)
              reload()
            }}
            leave={() => go('/console/categories')}
          />
          <Retire path={register.path} entry={value} done={reload} />
          <History
            key={`history ${value.version}`}
            register={{ ...register, fields: toldFields(register.fields) }}
            {...{ entryKey: code, valueWords }}
          />
        </>
      )}
    </div>
  )
}
