import type { Words } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import type { CategoryGroup } from '../../contract/answers.ts'

/** The upper level of the register, with what each group is called. */
export function useGroups() {
  const { value: groups = [], problem, reload } = useLoaded<CategoryGroup[]>('/api/categories/groups')
  const words = (code: string): Words => groups.find((one) => one.code === code)?.name ?? { zh: code, en: code }
  return { groups, words, problem, reload }
}
