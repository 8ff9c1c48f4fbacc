import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { SeenApplication } from '../contract/item.ts'
import { What } from './What.tsx'

/** An application with whose it is and how they are reached. By anybody but its applicant that is a look, which the applicant sees. */
export function Told({ id }: { id: string }) {
  const { value, problem, reload } = useLoaded<{ item: SeenApplication }>(`/api/applications/${id}`)
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value && <What application={value.item} />}
    </>
  )
}
