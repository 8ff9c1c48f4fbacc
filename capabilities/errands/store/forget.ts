import { sql } from 'kysely'
import { refuse } from '#kernel/flow/refusal.ts'
import { setErased } from '#kernel/flow/store/timers.ts'
import type { Forget } from '#kernel/people/erasing.ts'
import { numberOf } from '../contract/number.ts'
import { errandFlow, mayBeWithdrawn } from '../flow.ts'
import { originalsOut } from '../papers.ts'

/**
 * What errands keep of a person beside the vault: gives the photos of their papers and signatures. Nobody else confirms that an original is
 * back with them, so it comes back first. What nobody is left to be helped with is withdrawn by the clock, at once.
 */
export const forgetErrands: Forget = async (connection, district, party, now) => {
  const { rows } = await sql<{ item: unknown; photos: string[] }>`
    select item, photos from errands.errands where district = ${district} and parties && ${[party]} order by id for update`.execute(
    connection,
  )
  const errands = rows.map(({ item }) => errandFlow.parse(item))
  const out = errands.flatMap((errand) =>
    'papers' in errand
      ? originalsOut(errand.papers).map(({ name }) => `“${errand.itemName.zh}”（编号 ${numberOf(errand.id)}）的${name}`)
      : [],
  )
  if (out.length > 0)
    return refuse(
      `您的${out.join('、')}还没有还清，或交接还没有确认。请先请代办员还给您并确认（没有交出的，撤回登记），再删除资料`,
      `of these it is not settled that you have them: ${out.join(', ')}. Have them back and confirm it, or take back what was not handed over; then erase your data`,
    )
  const waiting = errands.filter(({ state }) => mayBeWithdrawn(state)).map(({ id }) => id)
  await setErased(connection, { district, flow: errandFlow.name, command: 'withdraw' }, waiting, now)
  return rows.flatMap(({ photos }) => photos)
}
