import { ask } from '#web/shared/ask.ts'
import { forgetTyped, SchemaForm } from '#web/shared/form/SchemaForm.tsx'
import type { Values } from '#web/shared/form/schema.ts'
import { type Words, w } from '#web/shared/language.ts'
import { type Entry, type Register, registerPath } from '#web/shared/register/register.ts'
import { useSending } from '#web/shared/sending.ts'
import { Clash } from './Clash.tsx'
import { categoryMeaning } from './meaning.tsx'
import { RehearsalPanel } from './RehearsalPanel.tsx'
import { sections } from './sections.ts'

interface Form {
  register: Register
  title: Words
  /** The entry as it stands, or what a new one begins with, at version 0. */
  standing: Pick<Entry, 'entry' | 'version'> & { key?: string }
  groupWords: (code: string) => Words
  saved: (key: string) => void
  leave: () => void
}

/** One category in a form made from its contract, with what it would have changed beside it. What is typed is kept on this device. */
export function CategoryForm({ register, title, standing, groupWords, saved, leave }: Form) {
  const { key, version, entry } = standing
  const place = `register.${register.path}.${key ?? 'new'}.${version}`
  const { busy, problem, press } = useSending(
    ({ draft, basedOn }: { draft: Values; basedOn: number }, id: string) =>
      ask<{ view: Entry }>(registerPath(register.path, typeof draft.code === 'string' ? draft.code : ''), {
        method: 'PUT',
        body: { entry: draft, version: basedOn },
        headers: { 'idempotency-key': id },
      }),
    ({ view }) => {
      forgetTyped(place)
      saved(view.key)
    },
  )
  const clash = problem?.code === 'conflict' && key !== undefined
  return (
    <SchemaForm
      {...{ title, place, busy, problem, leave, sections }}
      go={w('保存', 'Save')}
      leaveWords={w('先不改', 'Leave it')}
      schema={register.entry}
      meaning={categoryMeaning(register.fields, key === undefined, groupWords)}
      begun={entry}
      fieldsFor={(values) =>
        Object.keys(register.entry.properties ?? {}).filter((name) => name !== 'danger' || values.urgency === 'urgent')
      }
      press={(draft) => press({ draft, basedOn: version })}
      beside={(draft) => (
        <>
          {clash && <Clash {...{ register, entryKey: key, draft, busy }} again={(basedOn) => press({ draft, basedOn })} />}
          <RehearsalPanel entry={draft} version={version} />
        </>
      )}
    />
  )
}
