import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { suite, test } from 'node:test'
import { builtPages } from './built.ts'

/** What a phone loads before it shows a page, packed; of 100,000 bytes some are for headers, and for what comes with what the page shows. */
const budget = 97_000

/** Pages that only a desk has, of capabilities whose others a phone has too. */
const ofDesk = /^(console-|CategoriesPage-)/

suite('the pages of a phone', () => {
  test('stay light, each with all that it needs to be shown', () => {
    const folder = `${builtPages()}/assets`
    const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
    const pages = files.filter((file) => /Page-/.test(file) && !ofDesk.test(file))
    const weights = pages.map((page) => ({
      page,
      bytes: weightOf([page, ...files.filter((file) => /^index-/.test(file))], folder),
    }))
    assert.ok(pages.length > 30, `${pages.length} pages`)
    assert.ok(Math.min(...weights.map(({ bytes }) => bytes)) > 60_000, 'what every page needs is counted')
    assert.deepEqual(
      weights.filter(({ bytes }) => bytes > budget),
      [],
    )
  })
})

/** The bytes of some files and of all that they import, packed as they are sent. */
function weightOf(files: readonly string[], folder: string): number {
  const needed = new Set<string>()
  const need = (file: string) => {
    if (needed.has(file)) return
    needed.add(file)
    for (const [, other = ''] of readFileSync(`${folder}/${file}`, 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      need(other)
  }
  files.forEach(need)
  return [...needed].reduce((sum, file) => sum + statSync(`${folder}/${file}.br`).size, 0)
}
