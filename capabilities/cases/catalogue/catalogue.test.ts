import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { reckoningOf } from '#kernel/time/calendar.ts'
import { lengthOf } from '#kernel/time/limit.ts'
import type { Span } from '#kernel/time/span.ts'
import { calendarOfYears } from '#kernel/time/years.ts'
import { bodies } from './bodies.ts'
import { categories, groups } from './categories.ts'
import { Category, Group, type Lead, limitsOf } from './category.ts'

const twice = <Value>(values: readonly Value[]) => values.filter((value, index) => values.indexOf(value) !== index)
const isLocal = ({ unitKind }: Lead) => unitKind === 'street' || unitKind === 'community'

suite('the categories a district starts with', () => {
  test('are complete, each by the contract, in at least twelve groups', () => {
    const [category, group] = [Compile(Category), Compile(Group)]
    for (const one of categories) assert.ok(category.Check(one), `${one.code}: ${JSON.stringify(category.Errors(one))}`)
    for (const one of groups) assert.ok(group.Check(one), one.code)
    assert.ok(groups.length >= 12 && categories.length >= 60, `${groups.length} groups, ${categories.length} categories`)
  })

  test('have codes and Chinese names of their own, and parents that exist', () => {
    assert.deepEqual(twice([...groups, ...categories].map(({ code }) => code)), [])
    assert.deepEqual(twice(categories.map(({ name }) => name.zh)), [])
    const known = new Set(groups.map(({ code }) => code))
    for (const { code, parent } of categories) assert.ok(known.has(parent) && code.startsWith(`${parent}.`), code)
    for (const { code } of groups)
      assert.ok(
        categories.some(({ parent }) => parent === code),
        `${code} holds nothing`,
      )
  })

  test('say everything in both languages', () => {
    const said = categories.flatMap(({ name, acceptedWhen, closedWhen, texts }) => [
      name,
      acceptedWhen,
      closedWhen,
      texts.received,
      texts.answer,
    ])
    for (const { zh, en } of said) {
      assert.match(zh, /\p{Script=Han}/u)
      assert.match(en, /[a-z]/i)
      assert.doesNotMatch(en, /\p{Script=Han}/u)
    }
  })

  test('are led by bodies of the list, and what is not a street’s duty is never led by a street or community', () => {
    for (const { code, lead, assisting, dutyList } of categories) {
      for (const unit of [lead, ...assisting])
        if ('code' in unit) assert.ok(Object.hasOwn(bodies, unit.code), `${code}: ${unit.code}`)
      if (dutyList === 'basic') continue
      assert.ok(!isLocal(lead) && lead.unitKind !== 'propertyCompany', code)
    }
    const taken = categories.filter(({ dutyList }) => dutyList === 'takenBack')
    assert.ok(taken.length > 3)
  })

  test('name 110, 119 or 120 first where they are urgent, and only there; a danger to others is not withdrawn', () => {
    for (const { code, urgency, danger, withdrawable } of categories) {
      assert.equal(urgency === 'urgent', danger !== undefined, code)
      if (danger) assert.equal(withdrawable, false, code)
    }
  })

  test('keep harm to minors and violence at home in the protected queue, dispatched by the district alone', () => {
    const guarded = categories.filter((one) => one.protected !== undefined)
    assert.deepEqual(guarded.map((one) => one.protected).sort(), ['minors', 'violence'])
    for (const { dispatchBy, danger, verifiedOnSite } of guarded)
      assert.deepEqual([dispatchBy, danger?.call[0], verifiedOnSite], ['district', '110', false])
  })

  test('what is about ourselves is dispatched by the district alone', () => {
    for (const code of ['chain.worker', 'chain.unit'])
      assert.equal(categories.find((one) => one.code === code)?.dispatchBy, 'district', code)
  })

  test('have sane limits: urgent is accepted within half an hour, and a question is never slower than a complaint', () => {
    const reckoning = reckoningOf(calendarOfYears('here', 2026, 2026))
    const length = (span: Span) => lengthOf(reckoning, span, Date.UTC(2026, 2, 2))
    for (const one of categories) {
      const [question, complaint] = [limitsOf(one, 'consultation', 'ordinary'), limitsOf(one, 'complaint', 'ordinary')]
      assert.ok(length(question.resolve) <= length(complaint.resolve), one.code)
      assert.deepEqual(limitsOf(one, 'help', 'urgent').accept, { minutes: 30 })
      assert.ok(
        length(complaint.receive) < length(complaint.contact) + 1 && length(complaint.contact) <= length(complaint.resolve),
        one.code,
      )
    }
  })

  test('share a vocabulary in which no term stands twice', () => {
    const terms = [...groups, ...categories].flatMap(({ words }) => words.map(({ term }) => term))
    assert.deepEqual(twice(terms), [])
    for (const { code, words } of categories) assert.ok(words.length >= 3 || code === 'chain.other', code)
    for (const term of terms) assert.match(term, /^\p{Script=Han}+$/u)
  })
})
