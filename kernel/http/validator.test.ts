import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { Day } from '../moments.ts'
import { Text } from '../text.ts'
import { fieldsOf } from './badInput.ts'
import { validatorCompiler } from './validator.ts'

const check = (schema: object) => validatorCompiler({ schema: schema as never, httpPart: 'body', method: 'POST', url: '/' })
const said = (schema: object, value: unknown, language: 'zh' | 'en' = 'en') => {
  const result = check(schema)(value)
  assert.ok(typeof result === 'object' && 'error' in result && Array.isArray(result.error))
  return fieldsOf(result.error as never).map(({ field, because }) => `${field} ${because[language]}`)
}

/** A list that counts how often one of its entries is read. */
function counted(length: number) {
  const count = { reads: 0 }
  const entries = Array.from({ length }, () => 1)
  const list = new Proxy(entries, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) count.reads++
      return Reflect.get(target, key)
    },
  })
  return { list, count }
}

test('a list far too long is not compared entry with entry', () => {
  const { list, count } = counted(100_000)
  assert.match(said(Type.Array(Type.Integer(), { maxItems: 9, uniqueItems: true }), list).join(), /at most 9 entries/)
  assert.ok(count.reads < 300_000, `${count.reads} reads`)
})

test('what lies deeper than anything of ours is refused, whatever else it is', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  for (const schema of [Type.Object({}), Type.Array(Type.Unknown()), Type.Unknown()])
    assert.deepEqual(said(schema, deep), ['内容 lies more than 40 levels deep'])
  assert.deepEqual(check(Type.Unknown())([[[1]]]), { value: [[[1]]] })
})

test('what is wrong beyond what is looked at is told as such', () => {
  const late = [...Array.from({ length: 1500 }, () => 'x'), 1]
  assert.deepEqual(said(Type.Array(Type.String()), late), ['内容 has too many entries, or a wrong one after the first 1000'])
  const early = [...Array.from({ length: 150 }, () => 'x'), 1]
  assert.match(said(Type.Array(Type.String(), { maxItems: 200 }), early)[0] ?? '', /^150 must be a text/)
})

test('what is wrong is told in words of whoever filled it in: no signs of comparison, no reason that is untrue', () => {
  const place = Type.Object({
    longitude: Type.Number({ minimum: 72, maximum: 138 }),
    opens: Clock,
    name: Text(9),
    count: Type.Integer(),
  })
  const wrong = { longitude: 200, opens: '25:99', name: ' ', count: 'x' }
  assert.deepEqual(said(place, wrong, 'zh'), [
    'longitude 最大 138',
    'opens 格式不对，请写成 08:30',
    'name 格式不对，不能全是空格或含控制字符',
    'count 应为整数',
  ])
  assert.deepEqual(said(Type.Object({ on: Day, code: Type.String({ pattern: '^x$' }) }), { on: '3月2日', code: 'y' }, 'zh'), [
    'on 日期写成 2026-03-02',
    'code 格式不对',
  ])
})

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
