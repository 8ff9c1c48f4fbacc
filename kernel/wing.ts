import type { Store } from './files/store.ts'
import type { AnyItem } from './flow/command.ts'
import type { Capability, House } from './flow/house.ts'
import { type Sender, timerSender } from './flow/timers.ts'
import type { App } from './http/app.ts'
import type { WorkAt } from './people/admin/leaving.ts'
import type { Forget } from './people/erasing.ts'
import type { Holding } from './people/takingAlong.ts'
import type { DistrictOf } from './people/whoIs.ts'
import type { Hangs } from './place/admin/hanging.ts'
import type { Headlines } from './record/headlines.ts'
import type { Hall } from './register/hall.ts'
import type { ShownRegister } from './register/shown.ts'

/** What a wing is put up on. */
export interface Plot {
  house: House
  /** The uploaded files. */
  store: Store
  districtOf: DistrictOf
}

/** A capability as the house takes it in: its routes, and all by which the kernel must know of it. What it has nothing of is left out. */
export interface Wing {
  routes: (app: App) => void
  /** Who sends the timers of its flows, by their names. */
  senders?: Readonly<Record<string, Sender>>
  /** What of it webhooks may be told of. */
  events?: readonly string[]
  /** What its items are called in lists of many kinds. */
  headlines?: Headlines
  registers?: readonly ((hall: Hall) => ShownRegister)[]
  /** What keeps a unit from ending. */
  onUnits?: readonly Hangs[]
  /** What goes along, or ends, with a grid. */
  onGrids?: readonly Hangs[]
  /** What waits at a post that somebody leaves. */
  atPosts?: readonly WorkAt[]
  /** What it forgets of a resident who has their data erased, and gives to one who takes them along. */
  forgets?: readonly Forget[]
  holds?: readonly Holding[]
  rounds?: readonly Round[]
}

/** Work that is done for a district again and again while a server runs, some at a time. */
export interface Round {
  /** What its count is called in the log. */
  name: string
  /** In each so manieth turn, a second apart, and in which of them. */
  every: number
  at: number
  /** Gives how much was done. */
  work: (district: string) => Promise<number>
}

/** How the timers of a capability's flow are sent, by its name. */
export const sending = <Item extends AnyItem, Facts>(house: House, capability: Capability<Item, Facts>) => ({
  [capability.flow.name]: timerSender(house, capability),
})

/** Does again what does some at a time, until there is nothing left of it. Gives how much it was. */
export async function untilNone(work: () => Promise<number>): Promise<number> {
  let sum = 0
  for (let some = await work(); some > 0; some = await work()) sum += some
  return sum
}
