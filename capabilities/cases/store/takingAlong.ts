import { Compile } from 'typebox/compile'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import { type Actor, ownSight } from '#kernel/people/actor.ts'
import { momentWords, type Passage } from '#kernel/people/ownPage.ts'
import type { Holding } from '#kernel/people/takingAlong.ts'
import { words } from '#kernel/words.ts'
import type { Cases } from '../capability.ts'
import { SeenCase, type SeenEvent } from '../contract/seen.ts'
import { stateName } from '../contract/states.ts'
import { levels } from '../contract/terms.ts'
import { followedBy } from './followed.ts'
import { readHistory } from './reading.ts'

const seen = Compile(SeenCase)
const isSeen = (value: unknown): value is SeenCase => seen.Check(value)

/** What cases hold of a person: what they reported or joined, as they see it, with its course; nothing that other residents said. */
export const casesHeld = (house: House, cases: Cases): Holding => ({
  name: cases.flow.path,
  title: words('我报过的事', 'What I reported'),
  async *pieces(actor: Actor) {
    const { district, id: party } = actor
    const ids = await within(house.database, { as: 'read', district, sight: ownSight(party) }, (connection) =>
      followedBy(connection, district, party),
    )
    for (const id of ids) {
      const view = await see(house, cases, actor, id)
      if (isRefusal(view)) continue
      if (!isSeen(view.item)) throw new Error(`case ${id} is not shown as cases are`)
      const { item } = view
      const course = await readHistory(house, cases, actor, id, ({ by }) => by.role !== 'resident' || by.id === party)
      const photos = item.standing === 'reporter' ? item.photos : []
      const told = { ...item, photos, ratings: item.ratings.filter(({ own }) => own), course }
      yield { told, passage: passageOf(told) }
    }
  },
})

/** A case as its reporter, or who joined it, reads it on a page. */
const passageOf = (told: SeenCase & { course: readonly SeenEvent[] }): Passage => ({
  heading: `${told.categoryName.zh} · ${told.number}`,
  lines: [
    [words('报单时间', 'Reported'), momentWords(told.reportedAt)],
    [words('现在', 'Now'), stateName(told.state)],
    [words('我说的', 'My words'), told.words ?? ''],
    [words('在哪里', 'Where'), [told.place.label, told.where].filter((text) => text).join('，')],
    [words('姓名', 'Name'), told.name ?? ''],
    [words('手机号', 'Telephone'), told.phone ?? ''],
    [words('住址', 'Address'), told.home ?? ''],
    [words('怎么办的', 'What was done'), told.resolution?.done ?? ''],
    ...told.ratings.map((rating) => [words('我的评价', 'My rating'), ratingText(rating)] as const),
    [words('办理经过', 'Its course'), told.course.map(stepText).join('\n')],
  ],
  photos: told.photos,
})

const ratingText = ({ solved, level, words: said }: SeenCase['ratings'][number]) =>
  [solved ? '解决了' : '没解决', levels[level - 1], said].filter((text) => text).join('，')

const stepText = ({ at, label, by, said }: SeenEvent) =>
  [momentWords(at), [by.role, by.name].filter((text) => text).join(' '), label.zh, ...said.map(({ text }) => text)].join('，')
