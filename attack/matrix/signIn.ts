import { everybodysPassword } from '#testing/neighbourhood.ts'
import { type Hand, lampReport } from '#testing/stage.ts'
import { accountOf, type Person, residents, type Stage } from './cast.ts'
import { bodyOf } from './kit.ts'

let phones = 0

/** Somebody of the cast in a session of its own; a resident as another, since a telephone gets no two codes at once. */
export async function signedInAnew(stage: Stage, person: Person): Promise<Hand> {
  if (person === 'stranger') return stage.nobody()
  if (person === 'code holder') {
    const report = lampReport({ words: '另一件', place: { code: 'plum' }, category: 'neighbours.dispute' })
    return stage.holder(bodyOf(await stage.nobody().send('report', '', report)).secret.queryCode)
  }
  if (residents.some((one) => one === person)) {
    phones += 1
    return stage.resident(`139${String(phones).padStart(8, '0')}`)
  }
  const account = `cast-${accountOf(person)}.${stage.district}`
  return stage.hand(await stage.cookieOf('/api/session', { account, password: everybodysPassword }))
}
