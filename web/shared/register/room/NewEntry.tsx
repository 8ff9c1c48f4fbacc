import { Link, useLocation } from 'wouter'
import { useSay } from '../../language.ts'
import { EntryForm } from '../EntryForm.tsx'
import type { Register } from '../register.ts'
import type { Room } from './room.ts'

/** A new entry of a register. */
export function NewEntry({ room, register }: { room: Room; register: Register }) {
  const say = useSay()
  const [, go] = useLocation()
  const { keyOf, valueWords, sections, fieldsFor } = room
  return (
    <div className="stack">
      <Link href={room.home}>{say(room.all)}</Link>
      <EntryForm
        {...{ register, keyOf, valueWords }}
        {...(sections && { sections })}
        {...(fieldsFor && { fieldsFor })}
        title={room.fresh}
        standing={{ entry: room.begun(), version: 0 }}
        meaning={room.meaning(register, true)}
        saved={(key) => go(`${room.home}/${encodeURIComponent(key)}`)}
        leave={() => go(room.home)}
      />
    </div>
  )
}
