import type { Page } from 'playwright-core'
import { findPostgres } from '#testing/postgres.ts'
import { signIn, sit } from '../people.ts'
import type { Part } from './figures.ts'
import { throughTwoServers } from './together/servers.ts'
import { reported } from './walks/street.ts'

const what = 'what one does the other sees, at two server processes on one database'

/** Two people look at one case, each through another server process: how soon one sees what the other did. */
export const part: Part = async (tell) => {
  const programs = findPostgres()
  if (programs === undefined) return console.log('  left out: there is no PostgreSQL with PostGIS on this machine')
  await throughTwoServers(programs, async (one, other) => {
    const { id } = await reported(one, 'municipal.streetLamp', '路灯不亮，晚上很黑')
    const worker = await sit(one, 'phone')
    const dispatcher = await sit(other, 'desk')
    await signIn(worker, one.house, 'wangMin')
    await signIn(dispatcher, other.house, 'dispatcher')
    for (const page of [worker, dispatcher]) {
      await page.goto(`/case/${id}`)
      await page.locator('.history').getByText('报单', { exact: true }).waitFor()
    }
    const seconds = async (act: () => Promise<void>, seen: () => Promise<void>): Promise<number> => {
      const begun = Date.now()
      await Promise.all([act(), seen()])
      return (Date.now() - begun) / 1000
    }
    const state = (page: Page, words: string) => page.locator('.two .chip', { hasText: words }).first().waitFor()
    const accepted = await seconds(
      () => worker.locator('.thumb').getByRole('button', { name: '承单' }).tap(),
      () => state(dispatcher, '网格处理中'),
    )
    tell({ what: `${what}: an acceptance`, measured: accepted, budget: 2, unit: 'seconds', judged: false })

    await dispatcher.locator('#actions').getByRole('button', { name: '留言', exact: true }).click()
    const form = dispatcher.locator('#actions form')
    await form.getByLabel('留言').fill('附近还有两盏也不亮')
    const said = await seconds(
      () => form.getByRole('button', { name: '留言' }).click(),
      () => worker.locator('.history').getByText('附近还有两盏也不亮').waitFor(),
    )
    tell({ what: `${what}: a comment, the other way`, measured: said, budget: 2, unit: 'seconds', judged: false })
  })
}
