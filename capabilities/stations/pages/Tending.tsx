import { useLoaded } from '#web/shared/loaded.ts'
import { Trouble } from '#web/shared/parts.tsx'
import type { SeenStation } from '../show.ts'
import { Confirm } from './Confirm.tsx'
import { Feedback } from './Feedback.tsx'
import { PhotoDesk } from './PhotoDesk.tsx'

/** What whoever tends a station does beside its register: confirms that it still holds, hears what residents say, and shows it. */
export function Tending({ code, changed }: { code: string; changed: () => void }) {
  const { value, problem, reload } = useLoaded<SeenStation>(`/api/stations/${encodeURIComponent(code)}`)
  // Of one that has closed for good there is nothing to tend.
  if (!value) return problem && problem.status !== 404 ? <Trouble problem={problem} again={reload} /> : null
  const { photos = [], mayTend, unverified = false, verifiedOn } = value
  if (!mayTend) return <Feedback code={code} />
  return (
    <>
      <Confirm
        {...{ code, unverified, verifiedOn }}
        done={() => {
          reload()
          changed()
        }}
      />
      <Feedback code={code} />
      <PhotoDesk {...{ code, photos }} changed={reload} />
    </>
  )
}
