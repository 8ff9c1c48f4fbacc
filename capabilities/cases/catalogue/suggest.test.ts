import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { halves, labelledFile, readLabelled } from '#testing/messages.ts'
import { categories, groups } from './categories.ts'
import { hitRate } from './hitrate.ts'
import { labels } from './labels.ts'
import { featuresOf, learn } from './past.ts'
import { suggest } from './suggest.ts'
import { findTerms } from './vocabulary.ts'

const first = (text: string, known = {}) => suggest(text, known)[0]

suite('a suggestion', () => {
  const table: [text: string, category: string][] = [
    ['三号楼门口的路灯坏了好几天，晚上一片漆黑', 'municipal.streetLamp'],
    ['楼上漏水把我家天花板泡了', 'house.leak'],
    ['我被困在电梯里了', 'property.liftTrapped'],
    ['家里暖气不热，室温只有十四度', 'utilities.heating'],
    ['小区里好多流浪狗，老人不敢出门', 'appearance.strayDogs'],
    ['单元门口垃圾桶满了没人清', 'appearance.rubbish'],
    ['有人从窗户拉飞线给电动车充电', 'safety.eBike'],
    ['私家车堵住了消防通道', 'safety.fireLane'],
    ['厨房闻到很重的煤气味', 'safety.gasLeak'],
    ['楼顶有人加盖违建', 'house.illegal'],
    ['孩子在学校遭到校园欺凌', 'care.minors'],
    ['他又家暴了，求帮助', 'care.violence'],
    ['老板拖欠工资三个月', 'labour.wages'],
    ['社区的小李特别热心，我想表扬他', 'chain.praise'],
  ]
  for (const [text, category] of table)
    test(`“${text}” is taken for ${category}`, () => assert.equal(first(text)?.category, category))

  test('says why, in terms of our own vocabulary alone', () => {
    const best = first('王二住三号楼，电话 13800001234，楼道灯不亮')
    assert.deepEqual(best?.gist, ['楼道灯'])
    assert.deepEqual(best?.because[0], { zh: '楼道灯', en: 'corridor lamp' })
  })

  test('knows nothing of what it has no word for, and says that it is not sure', () => {
    const best = first('你好')
    assert.equal(best?.category, 'chain.other')
    assert.ok((best?.confidence ?? 1) < 0.1)
  })

  test('outside every estate, the community leads what a property company would', () => {
    const lead = (place: object) => suggest('楼道灯坏了', { place })[0]?.lead
    assert.deepEqual(lead({ estate: 'e1' }), { unitKind: 'propertyCompany', otherwise: 'community' })
    assert.deepEqual(lead({}), { unitKind: 'community' })
  })

  test('whatever is written: confidences sum to one, best first, and the gist holds only words of ours', () => {
    const vocabulary = new Set([...groups, ...categories].flatMap(({ words }) => words.map(({ term }) => term)))
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(...vocabulary, '张三', '13800001234', '，', ' 🙂 '), { maxLength: 12 })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const all = suggest(written, { most: categories.length })
        assert.ok(Math.abs(all.reduce((sum, { confidence }) => sum + confidence, 0) - 1) < 1e-9)
        assert.ok(all.every(({ confidence }, index) => confidence <= (all[index - 1]?.confidence ?? 1)))
        for (const { gist } of all) for (const term of gist) assert.ok(vocabulary.has(term) && written.includes(term))
      }),
    )
  })

  test('where one term lies inside another, only the longer counts', () => {
    assert.deepEqual(
      findTerms('楼道灯').map(({ term }) => term.term),
      ['楼道灯'],
    )
  })
})

suite('what past cases were', () => {
  const pairs = Array.from({ length: 4 }, (_, index) => [
    { category: 'appearance.rubbish', words: `绿色的大箱子又满出来了，第${index}次` },
    { category: 'municipal.drain', words: `门前一下雨就过不去人，第${index}次` },
  ]).flat()

  test('decides where the vocabulary has no word', () => {
    const text = '那个大箱子满出来了'
    assert.equal(first(text)?.category, 'chain.other')
    const best = first(text, { past: learn(pairs) })
    assert.equal(best?.category, 'appearance.rubbish')
    assert.match(best?.because.at(-1)?.zh ?? '', /往例相近/)
    assert.deepEqual(best?.gist, [])
  })

  test('can be kept as JSON, and says the same afterwards', () => {
    const past = learn(pairs)
    const kept = JSON.parse(JSON.stringify(past))
    assert.deepEqual(suggest('下雨就过不去人', { past: kept }), suggest('下雨就过不去人', { past }))
  })

  test('keeps no word that only one or two cases had, no digits and no letters', () => {
    const past = learn([...pairs, { category: 'appearance.rubbish', words: '欧阳锋 13800001234 ABC 报告' }])
    const kept = Object.values(past.classes).flatMap(({ features }) => Object.keys(features))
    assert.ok(!kept.includes('欧阳') && kept.includes('箱子'))
    assert.deepEqual([...featuresOf('ABC 123 路灯')], ['路灯'])
  })
})

suite('on real messages, half learnt from and half tested', () => {
  const all = readLabelled(labelledFile)

  test('every label stands for categories that exist, and no category for two labels', () => {
    const known = new Set([...groups, ...categories].map(({ code }) => code))
    const named = Object.values(labels).flat()
    for (const code of named) assert.ok(known.has(code), code)
    assert.equal(new Set(named).size, named.length)
  })

  test('it finds the label far more often than guessing does, and is more often right when it is sure', {
    skip: !all && 'no messages here',
  }, (t) => {
    const [learning, testing] = halves(all ?? [])
    const rate = hitRate(learning, testing)
    t.diagnostic(
      `first ${rate.all.first.toFixed(3)}, among three ${rate.all.amongThree.toFixed(3)}, baseline ${rate.baseline.first.toFixed(3)}`,
    )
    assert.ok(rate.all.first > 2 * rate.baseline.first)
    assert.ok(rate.all.amongThree >= rate.all.first)
    const [unsure, sure] = [rate.calibration[0], rate.calibration.at(-1)]
    assert.ok(unsure && sure && sure.right > unsure.right)
  })
})
