import { Compile } from 'typebox/compile'
import { hosts, kinds } from '#capabilities/stations/contract/kinds.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import { ownSight } from '#kernel/people/actor.ts'
import { momentWords, type Passage } from '#kernel/people/ownPage.ts'
import type { Holding } from '#kernel/people/takingAlong.ts'
import { words } from '#kernel/words.ts'
import { applications } from '../capability.ts'
import { SeenApplication } from '../contract/item.ts'
import { applicationFlow } from '../flow.ts'
import { applicationsOf } from './lists.ts'

const seen = Compile(SeenApplication)
const isSeen = (value: unknown): value is SeenApplication => seen.Check(value)

/** What applications hold of a resident: those that they made, as they read them. */
export const applicationsHeld = (house: House): Holding => ({
  name: 'applications',
  title: words('我申请的驿站', 'Stations that I applied for'),
  async *pieces(actor) {
    const { district, id: party } = actor
    const ids = await within(house.database, { as: 'read', district, sight: ownSight(party) }, (connection) =>
      applicationsOf(connection, district, party),
    )
    for (const id of ids) {
      const view = await see(house, applications, actor, id)
      if (isRefusal(view)) continue
      if (!isSeen(view.item)) throw new Error(`application ${id} is not shown as applications are`)
      yield { told: view.item, passage: passageOf(view.item) }
    }
  },
})

const passageOf = ({ name, kind, state, host, address, phone, about, because, appliedAt }: SeenApplication): Passage => ({
  heading: name,
  lines: [
    [words('什么时候申请的', 'Applied'), momentWords(appliedAt)],
    [words('类别', 'Kind'), kinds[kind].zh],
    [words('现在', 'Now'), applicationFlow.states[state]],
    [words('依托', 'In'), `${hosts[host.kind].zh} ${host.name ?? ''}`],
    [words('地址', 'Address'), address ?? ''],
    [words('电话', 'Telephone'), phone ?? ''],
    [words('说明', 'About'), about ?? ''],
    [words('没有同意的理由', 'Why it was declined'), because ?? ''],
  ],
  photos: [],
})
