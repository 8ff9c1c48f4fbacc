import { isRole, roles } from '#kernel/people/roles.ts'
import type { Words } from '#kernel/words.ts'
import type { Helper } from '../contract/errand.ts'

export const postOf = ({ role, unit }: Pick<Helper, 'role' | 'unit'>): string => `${role}@${unit}`

/** The posts that may help, each once: who is there now, as what and where. Errands are asked of posts, whoever is there. */
export function helperOptions(helpers: readonly Helper[]): { value: string; words: Words }[] {
  const byPost = Map.groupBy(helpers, postOf)
  return [...byPost].map(([value, there]) => {
    const { role, unitName } = there[0] ?? { role: '', unitName: '' }
    const called = isRole(role) ? roles[role] : { zh: role, en: role }
    const named = (between: string) => there.map(({ name }) => name).join(between)
    return {
      value,
      words: { zh: `${named('、')}（${called.zh} · ${unitName}）`, en: `${named(', ')} (${called.en} · ${unitName})` },
    }
  })
}
