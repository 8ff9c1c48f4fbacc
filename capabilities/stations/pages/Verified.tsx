import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { dayName } from '#web/shared/time.ts'

/** When somebody last confirmed what is on record of a station. */
export function Verified({ on }: { on: string }) {
  const [say, now] = [useSay(), useNow()]
  const { zh, en } = dayName(Date.parse(on), now)
  return <p className="soft small">{say(w(`${zh}核实过`, `confirmed on ${en}`))}</p>
}
