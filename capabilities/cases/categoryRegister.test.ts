import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { bodies } from './catalogue/bodies.ts'
import { categories } from './catalogue/categories.ts'
import type { Category } from './catalogue/category.ts'
import { categoryRegister } from './categoryRegister.ts'
import type { RuleUnit } from './rulebook.ts'

const units = new Map(
  Object.entries(bodies).map(([code, { unitKind, name }]): [string, RuleUnit] => [
    code,
    { code, kind: unitKind, name: name.zh, parent: null, street: null, serves: [] },
  ]),
)
const entries = new Map(categories.map((one) => [one.code, one]))

suite('the rules of the category register', () => {
  test('find nothing wrong with the categories that a district starts with, where it has the units', () => {
    for (const one of categories) assert.deepEqual(categoryRegister.check?.(one, { entries, facts: { units } }), [], one.code)
  })

  const first = () => {
    const [one] = categories
    assert.ok(one)
    return one
  }
  const flawsOf = (one: Category) =>
    (categoryRegister.check?.(one, { entries, facts: { units } }) ?? []).map(({ field }) => field)

  test('want each term once, since one that stands twice would count twice', () => {
    const one = first()
    assert.deepEqual(flawsOf({ ...one, words: [...one.words, ...one.words.slice(0, 1)] }), [`words.${one.words.length}`])
  })

  test('want nobody to assist in what only its lead sees', () => {
    const one = { ...first(), assisting: [{ unitKind: 'bureau' as const, code: 'urban' }] }
    assert.deepEqual(flawsOf(one), [])
    assert.deepEqual(flawsOf({ ...one, protected: 'minors' }), ['assisting'])
  })

  test('want two names that differ', () => {
    const one = first()
    const twin = { ...one, code: `${one.parent}.twin` }
    const flaws = categoryRegister.check?.(twin, { entries: new Map(entries).set(twin.code, twin), facts: { units } }) ?? []
    assert.deepEqual(
      flaws.map(({ field }) => field),
      ['name.zh'],
    )
  })
})
