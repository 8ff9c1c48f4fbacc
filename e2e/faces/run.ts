import { type Figure, isBroken, lineOf, type Part } from './figures.ts'

/**
 * `npm run faces [-- PART ...]`: what the three faces promise, measured in Chromium: each figure beside its budget. Screenshots are
 * left in `e2e/screenshots`. Ends with 1 where a budget of taps, keys, bytes or accessibility is broken; seconds are told, not judged.
 */
const parts: Record<string, () => Promise<{ part: Part }>> = {
  walks: () => import('./walks.ts'),
  offline: () => import('./offline.ts'),
  together: () => import('./together.ts'),
  weights: () => import('./weights.ts'),
  axe: () => import('./axe.ts'),
  screenshots: () => import('./screenshots.ts'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; the parts are ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
const figures: Figure[] = []
for (const [name, load] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}`)
  const { part } = await load()
  await part((figure) => {
    figures.push(figure)
    console.log(lineOf(figure))
  })
}
const broken = figures.filter(isBroken)
console.log(`\n${figures.length} figures, ${broken.length} over their budget`)
for (const figure of broken) console.log(lineOf(figure))
process.exit(broken.length > 0 ? 1 : 0)
