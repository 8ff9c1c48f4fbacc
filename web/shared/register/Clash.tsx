import type { Values } from '../form/schema.ts'
import { useSay, type Words, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { Skeleton, Trouble } from '../parts.tsx'
import { Changes } from './Changes.tsx'
import { differences } from './differences.ts'
import { type Entry, type FieldNames, type Register, registerPath } from './register.ts'

interface Clashing {
  register: Register
  /** How its fields and their values are called. */
  fields: FieldNames
  valueWords: (value: string) => Words
  entryKey: string
  draft: Values
  busy: boolean
  again: (basedOn: number) => void
}

/** Somebody else saved meanwhile: what theirs has otherwise, and saving one's own over it on purpose. */
export function Clash({ register, fields, valueWords, entryKey, draft, busy, again }: Clashing) {
  const say = useSay()
  const { value: theirs, problem, reload } = useLoaded<Entry>(registerPath(register.path, entryKey))
  return (
    <section className="sheet stack close">
      <h2>{say(w('和他人刚存的不同之处', 'What differs from theirs'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!theirs && !problem && <Skeleton rows={2} />}
      {theirs && (
        <>
          <Changes changes={differences(theirs.entry, draft)} {...{ fields, valueWords }} />
          <button type="button" className="button danger" disabled={busy} onClick={() => again(theirs.version)}>
            {say(w('按我的存，盖过他人的', 'Save mine over theirs'))}
          </button>
        </>
      )}
    </section>
  )
}
