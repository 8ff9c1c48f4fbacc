import { useState } from 'react'
import { Link } from 'wouter'
import { post } from '../../../shared/ask.ts'
import { Line } from '../../../shared/form/Line.tsx'
import { wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { useSending } from '../../../shared/sending.ts'
import { asNew, emptyDraft } from './draft.ts'
import { UnitFields } from './UnitFields.tsx'
import { kindsUnder, type UnitCard, unitAddress } from './unit.ts'

/** Adding a single unit below another. Many at once come by import. */
export function AddUnit({ under, changed }: { under: UnitCard; changed: () => void }) {
  const say = useSay()
  const kinds = kindsUnder(under.kind)
  const [code, setCode] = useState('')
  const [draft, setDraft] = useState(() => emptyDraft(kinds[0] ?? ''))
  const [made, setMade] = useState<{ code: string; name: string }>()
  const { busy, problem, press } = useSending(
    (input: object) => post('/api/units', input),
    () => {
      setMade({ code: code.trim(), name: draft.name.trim() })
      setCode('')
      setDraft(emptyDraft(draft.kind))
      changed()
    },
  )
  return (
    <details>
      <summary>{say(w('在下面新增', 'Add one below it'))}</summary>
      <form
        className="stack sheet"
        onSubmit={(event) => {
          event.preventDefault()
          setMade(undefined)
          press(asNew(draft, code, under.code))
        }}
      >
        <Line
          label={w('编码（字母、数字、-、_；以后不能改）', 'Code (letters, digits, - and _; it never changes)')}
          value={code}
          change={setCode}
          most={60}
          autoComplete="off"
          wrong={wrongAt(problem, 'code')}
        />
        <UnitFields draft={draft} change={setDraft} kinds={kinds} problem={problem} />
        <Trouble problem={problem} />
        {made && (
          <p className="note good" role="status">
            {say(w('已新增：', 'Added: '))}
            <Link href={unitAddress(made.code)}>{made.name}</Link>
          </p>
        )}
        <button type="submit" className="button main" disabled={busy || code.trim() === '' || draft.name.trim() === ''}>
          {say(w('新增', 'Add it'))}
        </button>
      </form>
    </details>
  )
}
