import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { type Hand, lampReport, setStage } from '#testing/stage.ts'

/** Reports of three years, two a month: what each is about is known, so that whatever a search gives can be told beforehand. */
suite('a search in the reports of years', () => {
  let hand: Hand
  const told: { id: string; words: string; category: string; state: string }[] = []

  before(async () => {
    const stage = await setStage('2023-01-05T09:00:00+08:00')
    const categories = ['neighbours.dispute', 'municipal.streetLamp']
    for (let month = 0; month < 36; month += 1)
      for (const [half, category] of categories.entries()) {
        const words = [
          '灯不亮',
          ...(month % 2 === 0 ? ['水管漏水'] : []),
          ...(month < 3 ? ['貔貅'] : []),
          ...(month === 20 && half === 0 ? ['狻猊'] : []),
          ...(month < 5 || month === 35 ? ['狴犴'] : []),
        ].join('，')
        const { body } = await stage.nobody().send('report', '', lampReport({ words, category }))
        const state = month % 4 === 0 ? 'withdrawn' : 'reported'
        if (state === 'withdrawn') await (await stage.holder(body.secret.queryCode)).send('withdraw', body.id)
        told.unshift({ id: body.id, words, category, state })
        stage.clock.moveOn({ hours: 365 })
      }
    hand = await stage.at('dispatcher')
  })

  /** What is found, page by page. */
  async function pagesOf(query: string): Promise<string[]> {
    const ids: string[] = []
    for (let next: string | undefined = ''; next !== undefined; ) {
      const { status, body } = await hand.get(`/api/cases?limit=7&${query}${next && `&cursor=${encodeURIComponent(next)}`}`)
      assert.equal(status, 200, JSON.stringify(body))
      ids.push(...body.rows.map(({ id }: { id: string }) => id))
      next = body.next
    }
    return ids
  }
  const those = (fits: (one: (typeof told)[number]) => boolean) => told.filter(fits).map(({ id }) => id)

  for (const [question, words] of [
    ['what all wrote', '不亮'],
    ['what every second month wrote', '漏水'],
    ['what was written in the first months alone', '貔貅'],
    ['what was written once', '狻猊'],
    ['what was written lately, and long before', '狴犴'],
    ['two things', '不亮 漏水'],
    ['more things than three', '灯不 不亮 水管 漏水'],
    ['what nobody wrote', '獬豸'],
  ] as const)
    test(`finds ${question}, in both orders, of one category, in one state, and counts it`, async () => {
      const holds = ({ words: text }: { words: string }) => words.split(' ').every((part) => text.includes(part))
      const q = `q=${encodeURIComponent(words)}`
      assert.deepEqual(await pagesOf(`${q}&sort=newest`), those(holds))
      assert.deepEqual(new Set(await pagesOf(`${q}&sort=due`)), new Set(those(holds)))
      const inOne = those((one) => holds(one) && one.category === 'neighbours.dispute')
      assert.deepEqual(await pagesOf(`${q}&sort=newest&category=neighbours.dispute`), inOne)
      for (const state of ['reported', 'withdrawn', 'withdrawn,merged']) {
        const inState = those((one) => holds(one) && state.startsWith(one.state))
        assert.deepEqual(await pagesOf(`${q}&sort=newest&state=${state}`), inState)
      }
      assert.deepEqual(await pagesOf(`${q}&sort=due&state=withdrawn`), await pagesOf(`${q}&sort=newest&state=withdrawn`))
      assert.equal((await hand.get(`/api/cases/count?${q}`)).body.count, those(holds).length)
    })
})
