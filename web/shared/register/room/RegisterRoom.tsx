import { Link } from 'wouter'
import { useSay, w } from '../../language.ts'
import { Skeleton, Trouble } from '../../parts.tsx'
import { type Register, useRegister } from '../register.ts'
import { SheetIn } from '../SheetIn.tsx'
import { EntryList } from './EntryList.tsx'
import { EntryPage } from './EntryPage.tsx'
import { NewEntry } from './NewEntry.tsx'
import type { Room } from './room.ts'

/** A register at a desk: its list, one entry, a new one, and its sheet. */
export function RegisterRoom({ room, code }: { room: Room; code: string | undefined }) {
  const { value: register, problem, reload } = useRegister(room.path)
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {!register && !problem && <Skeleton rows={8} />}
      {register && <Part {...{ room, register, code }} />}
    </>
  )
}

function Part({ room, register, code }: { room: Room; register: Register; code: string | undefined }) {
  if (code === undefined) return <EntryList {...{ room, register }} />
  if (code === 'new') return <NewEntry {...{ room, register }} />
  if (code === 'sheet') return <BySheet {...{ room, register }} />
  return <EntryPage key={code} {...{ room, register, code }} />
}

function BySheet({ room, register }: { room: Room; register: Register }) {
  const say = useSay()
  return (
    <div className="stack">
      <Link href={room.home}>{say(room.all)}</Link>
      <h1>{say(w(`${room.title.zh}：用表格改`, `${room.title.en} by sheet`))}</h1>
      <SheetIn register={register} />
    </div>
  )
}
