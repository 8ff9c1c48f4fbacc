import type { Served } from '#kernel/register/edit.ts'
import type { Category } from '../catalogue/category.ts'
import { type CategoryFacts, categoryRegister } from '../categoryRegister.ts'
import { readRulebook } from './rulebook.ts'

/** The register of categories, with what its rules need to know. */
export const servedCategories: Served<typeof Category, CategoryFacts> = {
  register: categoryRegister,
  facts: async (connection, district, day) => (await readRulebook(connection, district, day, 0)).value,
}
