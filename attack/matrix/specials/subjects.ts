import { namesBy } from '#bin/house.ts'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { proposeSpecials } from '#capabilities/specials/store/propose.ts'
import { lampReport } from '#testing/stage.ts'
import { after, bodyOf, type Maker, type Makers } from '../kit.ts'

/** A category for each special task: one place and category have one at a time. */
const specialCategories = categories
  .filter(
    ({ code, urgency, ...one }) =>
      code !== 'municipal.streetLamp' && urgency !== 'urgent' && !one.aboutChain && !one.protected && one.verifiedOnSite,
  )
  .map(({ code }) => code)

const proposed: Maker = async ({ stage: { house, district, cases }, handOf, next }) => {
  const secretary = await handOf('communitySecretary')
  const old = new Set((bodyOf(await secretary.get('/api/specials')).rows as { id: string }[]).map(({ id }) => id))
  const category = specialCategories[next('special') % specialCategories.length]
  for (let times = 0; times < 3; times += 1) bodyOf(await (await handOf('reporter')).send('report', '', lampReport({ category })))
  await proposeSpecials(house, district, namesBy(cases))
  const fresh = (bodyOf(await secretary.get('/api/specials')).rows as { id: string }[]).find(({ id }) => !old.has(id))
  if (!fresh) throw new Error(`no special task was proposed for ${category}`)
  return fresh.id
}

/** How special tasks come to the states in which they are knocked at. */
export const subjects = {
  'special proposed': proposed,
  'special taken': after(proposed, ({ post }, id) =>
    post('communitySecretary', `/api/specials/${id}/take`, { plan: '逐盏更换', until: '2026-03-20' }),
  ),
} satisfies Makers
