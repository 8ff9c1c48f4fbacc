import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSay, w } from '../../language.ts'
import { useLoaded } from '../../loaded.ts'
import { Skeleton, Trouble } from '../../parts.tsx'
import { EntryForm } from '../EntryForm.tsx'
import { History } from '../History.tsx'
import { Retire } from '../Retire.tsx'
import { type Entry, type Register, registerPath } from '../register.ts'
import { useFilledBack } from '../useFilledBack.tsx'
import { EntryRead } from './EntryRead.tsx'
import type { Room } from './room.ts'

/** One entry of a register: changed in its form or only read, as one's post has it; taken out of use; and what became of it so far. */
export function EntryPage({ room, register, code }: { room: Room; register: Register; code: string }) {
  const say = useSay()
  const [, go] = useLocation()
  const { value, problem, reload } = useLoaded<Entry & { mayEdit: boolean; master?: string }>(registerPath(register.path, code))
  const [saved, setSaved] = useState<{ version: number }>()
  const told = useRef<HTMLParagraphElement>(null)
  // The form begins anew, far down: whoever saved is taken to where it is said, and goes on from there.
  useEffect(() => {
    if (!saved || value?.version !== saved.version) return
    told.current?.scrollIntoView({ block: 'center' })
    told.current?.focus({ preventScroll: true })
  }, [saved, value?.version])
  const { begun, formKey, told: filledBack, fillBack } = useFilledBack(register, value)
  const { keyOf, valueWords, sections, fieldsFor } = room
  return (
    <div className="stack">
      <Link href={room.home}>{say(room.all)}</Link>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && begun && (
        <>
          <h1>{say(room.nameOf(value.entry))}</h1>
          <p ref={told} tabIndex={-1} className={saved ? 'note good' : 'unseen'} role="status">
            {saved && say(w(`已保存，现在是第 ${saved.version} 版。`, `Saved as version ${saved.version}.`))}
          </p>
          {room.beside?.(code, reload)}
          {value.master !== undefined && (
            <p className="note accent">
              {say(
                w(
                  `来自“${value.master}”。有错请在那里改，再用表格导入；这里不能手改。`,
                  `It comes from "${value.master}": change it there, and bring its sheet in again. It is not changed by hand here.`,
                ),
              )}
            </p>
          )}
          {value.mayEdit ? (
            <>
              {filledBack}
              <EntryForm
                key={formKey}
                {...{ register, keyOf, valueWords, standing: { ...value, entry: begun } }}
                {...(sections && { sections })}
                {...(fieldsFor && { fieldsFor })}
                title={w('登记的内容', 'What it says')}
                meaning={room.meaning(register, false)}
                saved={(_, version) => {
                  setSaved({ version })
                  reload()
                }}
                leave={() => go(room.home)}
              />
              <Retire path={register.path} entry={value} words={room.retiring} done={reload} />
            </>
          ) : (
            <EntryRead {...{ room, register }} entry={value.entry} />
          )}
          <History
            key={`history ${value.version}`}
            {...{ register, entryKey: code, valueWords }}
            fillBack={value.mayEdit ? fillBack : undefined}
          />
        </>
      )}
    </div>
  )
}
