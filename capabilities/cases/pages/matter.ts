import { useSay, w } from '#web/shared/language.ts'
import { useCategories } from './categories.ts'

interface Told {
  category: string
  gist: readonly string[]
}

/**
 * What a case is called, by its category, and the words that stand out in the report where they say more than that. Nobody reads a
 * code: as long as the names are not there the words stand alone.
 */
export function useCalled({ category, gist }: Told): { name: string; more: string } {
  const say = useSay()
  const { value: categories } = useCategories()
  const name = categories?.find(({ code }) => code === category)?.name
  const more = gist.filter((word) => word !== name?.zh).join(say(w('、', ', ')))
  return name || more === '' ? { name: say(name ?? w('事项', 'Case')), more } : { name: more, more: '' }
}

/** The same in one line. */
export function useMatter(told: Told): string {
  const { name, more } = useCalled(told)
  return more === '' ? name : `${name} · ${more}`
}
