import type { Connection } from '../../database/open.ts'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import type { Hangs } from '../../place/admin/hanging.ts'
import { dayOf, exactly, startOf } from '../../time/zone.ts'
import { type Words, words } from '../../words.ts'
import { postsFrom } from '../posts.ts'
import { type Role, roles } from '../roles.ts'
import { daysOf, keepsOffDuty, type Term, unfitOn } from '../unfit.ts'
import type { HeldUp } from './leaving.ts'
import { postsOfPeople } from './store/posts.ts'
import { type Turn, takeOffDuty, turnsOf } from './store/turns.ts'

/** A turn of duty that whoever has it loses, and the first day on which they are not on duty. */
interface LostTurn extends Turn {
  lostOn: string
}

/** The turns of duty to come that a change of somebody's posts makes them lose, beside those that they could not have before it. */
export async function turnsLostBy(
  connection: Connection,
  district: string,
  account: string,
  now: Temporal.Instant,
  change: () => Promise<unknown>,
): Promise<LostTurn[]> {
  const turns = await turnsOf(connection, district, account, now)
  const day = dayOf(now)
  const keyOf = ({ unit, starts }: Turn) => `${starts} ${unit}`
  const before = new Set(lost(turns, await postsOfPeople(connection, district, [account], day), day).map(keyOf))
  await change()
  return lost(turns, await postsOfPeople(connection, district, [account], day), day).filter((turn) => !before.has(keyOf(turn)))
}

/** Those turns for which somebody who holds these posts is unfit from a day on. */
const lost = (turns: readonly Turn[], posts: readonly Term[], day: string): LostTurn[] =>
  turns.flatMap((turn) => {
    const unfit = unfitOn(posts, daysOf({ from: turn.starts_at.getTime(), to: turn.ends_at.getTime() }, day))
    return unfit ? [{ ...turn, lostOn: unfit.day }] : []
  })

/** Takes an account off the turns that it lost: from when it lost each, and not before now, as what is over stays as it was. */
export async function takeOffLost(
  connection: Connection,
  district: string,
  account: string,
  turns: readonly LostTurn[],
  now: Temporal.Instant,
): Promise<void> {
  for (const [day, theirs] of Map.groupBy(turns, ({ lostOn }) => lostOn)) {
    const from = startOf(day)
    await takeOffDuty(connection, district, account, theirs, Temporal.Instant.compare(from, now) > 0 ? from : now)
  }
}

/** A grid with the first day on which it is over, and the moment at which that is asked. */
interface Ending {
  grid: string
  ends: string
  now: Temporal.Instant
}

/** By account, the turns of duty, of those not over, of those who hold no other post once a grid has ended. */
async function turnsWithGrid(
  connection: Connection,
  district: string,
  { grid, ends, now }: Ending,
): Promise<Map<string, LostTurn[]>> {
  const accounts = [...new Set((await postsFrom(connection, district, grid, ends)).map(({ account }) => account))]
  const posts = await postsOfPeople(connection, district, accounts, ends)
  const found = new Map<string, LostTurn[]>()
  for (const account of accounts) {
    const others = posts.filter((post) => post.account === account && post.unit !== grid)
    found.set(account, lost(await turnsOf(connection, district, account, now), others, ends))
  }
  return found
}

/** The turns of duty, of those not over by now, that go from the roster with a grid. */
export const turnsOnGrid =
  (now: Temporal.Instant): Hangs =>
  async (connection, district, grid, ends) => {
    const count = [...(await turnsWithGrid(connection, district, { grid, ends, now })).values()].flat().length
    const zh = `${count} 班值班，值班的人那时没有别的岗位：这些班会从值班表撤下，请街道另排人`
    const en = `${count} turns of duty of people who have no other post then: these turns go from the roster, and the street is to put somebody else there`
    return [{ what: 'turns', count, words: words(zh, en) }]
  }

/** Takes whoever holds no other post once a grid has ended off their turns from then on, and not before now. */
export async function takeOffWithGrid(connection: Connection, district: string, ending: Ending): Promise<void> {
  for (const [account, turns] of await turnsWithGrid(connection, district, ending))
    await takeOffLost(connection, district, account, turns, ending.now)
}

/** Why somebody is not put at a post by which they would lose these turns: they are on duty then, and whoever holds it is not. */
export function onDutyThen(role: Role, turns: readonly Turn[]): Refusal | undefined {
  if (turns.length === 0 || !keepsOffDuty(role)) return undefined
  const { zh, en } = named(turns)
  return refusal(
    'rule',
    `此人排着值班（${zh}），${roles[role].zh}不值班：请先在值班表上换人，再来办理`,
    `they are on duty (${en}), as no ${roles[role].en} is: put somebody else on the roster first`,
  )
}

/** Why a post, or an account, is not ended yet: its holder would be on duty without any post. */
export function stillOnDuty(turns: readonly Turn[]): HeldUp | undefined {
  if (turns.length === 0) return undefined
  const { zh, en } = named(turns)
  return {
    ...refusal(
      'rule',
      `此人还排着 ${turns.length} 班值班（${zh}），没有岗位就不能值。结束后这些班会从值班表撤下，请街道另排人`,
      `they are on duty ${turns.length} times more (${en}), for which they would have no post: these turns go from the roster, and the street is to put somebody else there`,
    ),
    field: 'anyway',
  }
}

/** The first turn, and that there are more. */
function named([first, ...more]: readonly Turn[]): Words {
  if (!first) return words('', '')
  const { zh, en } = exactly(Temporal.Instant.fromEpochMilliseconds(first.starts_at.getTime()))
  const name = first.unitName ?? first.unit
  return words(`${name} ${zh}${more.length > 0 ? ' 等' : ''}`, `${name}, ${en}${more.length > 0 ? ' …' : ''}`)
}
