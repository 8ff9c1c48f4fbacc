import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { setErased } from '#kernel/flow/store/timers.ts'
import type { Forget } from '#kernel/people/erasing.ts'
import { momentWords } from '#kernel/people/ownPage.ts'
import type { Holding } from '#kernel/people/takingAlong.ts'
import type { Standing } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'
import { portraitFlow } from '../flow.ts'
import { portraitsOf } from './portraits.ts'

/** How long the photo of a grid worker is kept. */
export const portraitStanding: readonly Standing[] = [
  {
    what: words('网格卡片上网格员的照片（加密）', 'photos of grid workers on the cards of grids, encrypted'),
    table: 'portraits.portraits, files.files',
    until: words(
      '本人撤回或离岗即不再显示，当即销毁；换下、拿下的即不再显示，七天内销毁',
      'destroyed at once as they take it back or leave their post; replaced or taken down, not shown from that moment, and destroyed within seven days',
    ),
    why: words('居民认得出自己的网格员', 'so that residents know their grid worker'),
  },
]

/** The photos of somebody who is erased; what they agreed to is taken back by the clock, at once. */
export const forgetPortraits: Forget = async (connection, district, party, now) => {
  const rows = await portraitsOf(connection, district, party)
  const ids = rows.map(({ id }) => id)
  await setErased(connection, { district, flow: portraitFlow.name, command: 'withdraw' }, ids, now)
  return rows.flatMap(({ photo }) => photo ?? [])
}

/** The photos that somebody agreed to have shown. */
export const portraitsHeld = ({ database }: House): Holding => ({
  name: 'portraits',
  title: words('网格卡片上我的照片', 'My photo on the card of a grid'),
  async *pieces({ district, id }) {
    const rows = await within(database, { as: 'command', district }, (connection) => portraitsOf(connection, district, id))
    for (const { photo, ...told } of rows)
      yield {
        told: { ...told, photo },
        passage: {
          heading: told.gridName,
          lines: [[words('什么时候同意的', 'Agreed'), momentWords(told.agreedAt)]],
          photos: photo === null ? [] : [photo],
        },
      }
  },
})
