import type { Values } from '#web/shared/form/schema.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Changes } from '#web/shared/register/Changes.tsx'
import { differences } from '#web/shared/register/differences.ts'
import { type Entry, type Register, registerPath } from '#web/shared/register/register.ts'
import { useValueWords } from './units.ts'
import { toldFields } from './words.ts'

interface Clashing {
  register: Register
  entryKey: string
  draft: Values
  busy: boolean
  again: (basedOn: number) => void
}

/** Somebody else saved meanwhile: what theirs has otherwise, and saving one's own over it on purpose. */
export function Clash({ register, entryKey, draft, busy, again }: Clashing) {
  const [say, valueWords] = [useSay(), useValueWords()]
  const { value: theirs, problem, reload } = useLoaded<Entry>(registerPath(register.path, entryKey))
  return (
    <section className="sheet stack close">
      <h2>{say(w('和他人刚存的不同之处', 'What differs from theirs'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!theirs && !problem && <Skeleton rows={2} />}
      {theirs && (
        <>
          <Changes changes={differences(theirs.entry, draft)} fields={toldFields(register.fields)} valueWords={valueWords} />
          <button type="button" className="button danger" disabled={busy} onClick={() => again(theirs.version)}>
            {say(w('按我的存，盖过他人的', 'Save mine over theirs'))}
          </button>
        </>
      )}
    </section>
  )
}
