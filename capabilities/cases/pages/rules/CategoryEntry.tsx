import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { History } from '#web/shared/register/History.tsx'
import { Retire } from '#web/shared/register/Retire.tsx'
import { type Entry, type Register, registerPath } from '#web/shared/register/register.ts'
import { useFilledBack } from '#web/shared/register/useFilledBack.tsx'
import type { Category } from '../../catalogue/category.ts'
import { CategoryForm } from './CategoryForm.tsx'
import { useGroups } from './groups.ts'
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
  const { begun, formKey, told, fillBack } = useFilledBack(register, value)
  return (
    <div className="stack">
      <Link href="/console/categories">{say(w('‹ 全部类别', '‹ All categories'))}</Link>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && begun && (
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
          {told}
          <CategoryForm
            key={formKey}
            {...{ register, standing: { ...value, entry: begun }, groupWords: words }}
            title={w('这一类的内容', 'What it says')}
            saved={() => {
              setSaved(true)
              reload()
            }}
            leave={() => go('/console/categories')}
          />
          <Retire path={register.path} entry={value} words={retiring} done={reload} />
          <History
            key={`history ${value.version}`}
            register={{ ...register, fields: toldFields(register.fields) }}
            {...{ entryKey: code, valueWords, fillBack }}
          />
        </>
      )}
    </div>
  )
}

const retiring = {
  end: w('停用这一类', 'Take it out of use'),
  means: w(
    '停用后，新的报单选不到它，也不再建议它；在办的照常办完，历史都在，以后可以恢复。',
    'New reports cannot have it and it is suggested no more. What is being handled goes on; nothing is lost, and it can be taken up again.',
  ),
  ended: (on: string) => w(`从 ${on} 起已停用，新的报单选不到它。`, `Out of use from ${on}: new reports cannot have it.`),
}
