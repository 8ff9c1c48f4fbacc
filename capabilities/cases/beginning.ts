import type { StartStep } from '#kernel/start/contract.ts'
import { counted, stepOf, unless } from '#kernel/start/step.ts'
import type { Rulebook } from './rulebook.ts'

/** How far a district has come with its categories: without any, nothing can be reported. */
export function categoriesStep(rules: Rulebook): StartStep {
  const categories = [...rules.categories.values()]
  const astray = categories.filter(({ lead }) => 'code' in lead && !rules.units.has(lead.code)).length
  return stepOf('categories', {
    there: [counted(categories.length, '个事项类别', 'category', 'categories')],
    missing: [
      unless(categories.length > 0, '还没有事项类别，居民报不了事', 'no category yet: nothing can be reported'),
      unless(astray === 0, `${astray} 个类别的主办单位已不在`, `${astray} categories are led by a unit that is gone`),
    ],
  })
}
