import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { type Register, useRegister } from '#web/shared/register/register.ts'
import { SheetIn } from '#web/shared/register/SheetIn.tsx'
import { CategoryEntry } from './CategoryEntry.tsx'
import { CategoryList } from './CategoryList.tsx'
import { NewCategory } from './NewCategory.tsx'
import { StartingPage } from './StartingPage.tsx'

/** The register of categories at a desk: the list, one of them, a new one, the sheet, and what to start with. */
export default function CategoriesPage({ code }: { code?: string }) {
  const { value: register, problem, reload } = useRegister('categories')
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {!register && !problem && <Skeleton rows={8} />}
      {register && <Part register={register} code={code} />}
    </>
  )
}

function Part({ register, code }: { register: Register; code: string | undefined }) {
  if (code === undefined) return <CategoryList register={register} />
  if (code === 'new') return <NewCategory register={register} />
  if (code === 'sheet') return <BySheet register={register} />
  if (code === 'starting') return <StartingPage />
  return <CategoryEntry key={code} register={register} code={code} />
}

function BySheet({ register }: { register: Register }) {
  const say = useSay()
  return (
    <div className="stack">
      <Link href="/console/categories">{say(w('‹ 全部类别', '‹ All categories'))}</Link>
      <h1>{say(w('用表格改类别', 'Categories by sheet'))}</h1>
      <SheetIn register={register} />
    </div>
  )
}
