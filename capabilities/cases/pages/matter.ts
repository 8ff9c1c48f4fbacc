import { useSay, w } from '#web/shared/language.ts'
import { useCategories } from './categories.ts'

/** What a case is about in one line: its category, and the words that stand out in the report where they say more than that. */
export function useMatter({ category, gist }: { category: string; gist: readonly string[] }): string {
  const say = useSay()
  const { value: categories } = useCategories()
  const name = categories?.find(({ code }) => code === category)?.name
  const more = gist.filter((word) => word !== name?.zh)
  return [name ? say(name) : category, ...(more.length > 0 ? [more.join(say(w('、', ', ')))] : [])].join(' · ')
}
