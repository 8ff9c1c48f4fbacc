import { useCategories } from '#capabilities/cases/pages/categories.ts'
import { nowhere, nowhereWords } from '#kernel/metric/contract/nowhere.ts'
import { useSay } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { handlingKinds, type Units, unitsPath } from '../../shared/places/places.ts'

/** What the groups of a figure are called: units and categories by their names, months as they are. */
export function useNames(by: string): (code: string) => string {
  const say = useSay()
  const kinds = by === 'unit' ? handlingKinds : by === 'street' || by === 'community' ? [by] : undefined
  const { value: units } = useLoaded<Units>(kinds && unitsPath({ kinds, limit: 200 }))
  const { value: categories } = useCategories(by === 'category')
  const names = new Map<string, string>([
    ...(units?.rows.map(({ code, name }) => [code, name] as const) ?? []),
    ...(categories?.map(({ code, name }) => [code, say(name)] as const) ?? []),
  ])
  return (code) => (code === nowhere ? say(nowhereWords(by)) : (names.get(code) ?? code))
}
