import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { guides } from '#web/help/guides.ts'
import { openBrowser } from '../browser.ts'
import { openHouse } from '../openHouse.ts'
import { eachPicture } from './pictures.ts'
import { keepPrints, printOf } from './prints.ts'

// `npm run help`: draws the pictures of the guides anew. A browser test says when they have grown old.

const folder = new URL('../../web/public/help/', import.meta.url)
mkdirSync(folder, { recursive: true })
const prints: Record<string, string[]> = {}
const desks = new Set(guides.flatMap(({ steps }) => steps.filter(({ desk }) => desk).map(({ picture }) => picture)))
const house = await openHouse()
const browser = await openBrowser(house.address)
await eachPicture({ house, browser }, async ({ name, page }) => {
  await page.waitForTimeout(300)
  const picture = await sharp(await page.screenshot())
    .resize({ width: desks.has(name) ? 1100 : 520 })
    .webp({ quality: 60 })
    .toBuffer()
  writeFileSync(new URL(`${name}.webp`, folder), picture)
  prints[name] = await printOf(page)
  console.log(`${name}: ${Math.round(picture.length / 1024)} kB`)
})
keepPrints(prints)
process.exit(0)
