import { Compile } from 'typebox/compile'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { momentWords, type Passage } from '#kernel/people/ownPage.ts'
import type { Holding } from '#kernel/people/takingAlong.ts'
import { words } from '#kernel/words.ts'
import { errands } from '../capability.ts'
import { SeenErrand } from '../contract/errand.ts'
import { paperStates, states } from '../contract/kinds.ts'
import { photosOf } from '../papers.ts'
import { errandsOf } from './lists.ts'

const seen = Compile(SeenErrand)
const isSeen = (value: unknown): value is SeenErrand => seen.Check(value)

/** What errands hold of a resident: what they asked for, as they see it. */
export const errandsHeld = (house: House): Holding => ({
  name: 'errands',
  title: words('请人代办的事', 'What was done for me'),
  async *pieces(actor) {
    const { district, id: party } = actor
    const ids = await within(house.database, { as: 'read', district, sight: ownSight(party) }, (connection) =>
      errandsOf(connection, district, party),
    )
    for (const id of ids) {
      const view = await see(house, errands, actor, id)
      if (isRefusal(view)) continue
      if (!isSeen(view.item)) throw new Error(`errand ${id} is not shown as errands are`)
      yield { told: view.item, passage: passageOf(view.item) }
    }
  },
})

const passageOf = (told: SeenErrand): Passage => ({
  heading: told.itemName.zh,
  lines: [
    [words('什么时候请的', 'Asked for'), told.requestedAt === undefined ? '' : momentWords(told.requestedAt)],
    [words('现在', 'Now'), states[told.state].zh],
    [words('在哪里', 'Where'), told.placeName ?? ''],
    [words('说明', 'Note'), told.note ?? ''],
    [words('代办员', 'Helper'), told.helperName ?? ''],
    [words('材料', 'Papers'), told.papers.map(({ name, state }) => `${name}：${paperStates[state].zh}`).join('\n')],
    [
      words('我的评价', 'My rating'),
      told.rating ? `${told.rating.satisfied ? '满意' : '不满意'} ${told.rating.words ?? ''}` : '',
    ],
  ],
  photos: photosOf(told.papers),
})
