import type { Words } from '#web/shared/language.ts'
import { EntryForm } from '#web/shared/register/EntryForm.tsx'
import type { Entry, Register } from '#web/shared/register/register.ts'
import { categoryMeaning } from './meaning.tsx'
import { RehearsalPanel } from './RehearsalPanel.tsx'
import { sections } from './sections.ts'
import { useValueWords } from './units.ts'
import { toldFields } from './words.ts'

interface Form {
  register: Register
  title: Words
  standing: Pick<Entry, 'entry' | 'version'> & { key?: string }
  groupWords: (code: string) => Words
  saved: (key: string) => void
  leave: () => void
}

/** One category in its form, with what it would have changed beside it. */
export function CategoryForm({ register, standing, groupWords, ...more }: Form) {
  return (
    <EntryForm
      {...{ register, standing, sections, ...more }}
      keyOf={({ code }) => (typeof code === 'string' ? code : '')}
      meaning={categoryMeaning(register.fields, standing.key === undefined, groupWords)}
      fields={toldFields(register.fields)}
      valueWords={useValueWords()}
      fieldsFor={(values) =>
        Object.keys(register.entry.properties ?? {}).filter((name) => name !== 'danger' || values.urgency === 'urgent')
      }
      beside={(draft) => <RehearsalPanel entry={draft} version={standing.version} />}
    />
  )
}
