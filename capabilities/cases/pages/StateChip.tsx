import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { stateWords } from '../contract/states.ts'
import { lookOfCase } from './states.ts'

const due = { over: w(' · 已超时', ' · over'), soon: w(' · 快到时', ' · due soon') }
/** What runs on the ledger is the word that is owed to the reporter each month. */
const wordDue = { over: w(' · 该说明了', ' · late'), soon: w(' · 快该说明了', ' · due soon') }

/** The state of a case: one colour and one shape, and words for both. */
export function StateChip({
  state,
  dueAt,
  yellowAt,
}: {
  state: string
  dueAt?: string | undefined
  yellowAt?: string | undefined
}) {
  const [say, now] = [useSay(), useNow()]
  const look = lookOfCase(state, now, dueAt, yellowAt)
  const more = look === 'over' || look === 'soon' ? say(state === 'ledger' ? wordDue[look] : due[look]) : ''
  return (
    <LookChip look={look} words={stateWords(state)}>
      {more}
    </LookChip>
  )
}
