import { useSay, w } from '../../shared/language.ts'
import { OnDay } from '../../shared/parts.tsx'
import { dayBefore } from './person.ts'

/** What began on this day has always been there, as far as anybody knows: what a district begins with has no other. */
const always = '2000-01-01'

/** From which day until which, the last one included, something holds; `ends` is the first day on which it is over. */
export function Term({ starts, ends }: { starts: string; ends: string | undefined }) {
  const say = useSay()
  if (ends === undefined)
    return starts <= always ? (
      say(w('长期', 'open'))
    ) : (
      <>
        {say(w('', 'from '))}
        <OnDay day={starts} />
        {say(w('起', ''))}
      </>
    )
  return (
    <>
      {starts > always && <OnDay day={starts} />}
      {say(starts > always ? w(' 至 ', ' to ') : w('到 ', 'until '))}
      <OnDay day={dayBefore(ends)} />
    </>
  )
}
