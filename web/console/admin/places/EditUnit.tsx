import { useState } from 'react'
import { isUnitKind, standsUnder } from '#kernel/place/contract.ts'
import { patch } from '../../../shared/ask.ts'
import { Wrong, wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { UnitPicker } from '../../../shared/places/UnitPicker.tsx'
import { useSending } from '../../../shared/sending.ts'
import { asCorrection, draftOf } from './draft.ts'
import { UnitFields } from './UnitFields.tsx'
import { kindsUnder, type UnitCard, unitPath } from './unit.ts'

/** Correcting a unit: its name, kind, place in the tree, other names and point. */
export function EditUnit({ card, changed }: { card: UnitCard; changed: () => void }) {
  const say = useSay()
  const [before, setBefore] = useState(() => draftOf(card))
  const [draft, setDraft] = useState(before)
  const [parent, setParent] = useState(card.parent)
  const [kept, setKept] = useState(false)
  const above = card.path.at(-2)
  const correction = asCorrection(draft, before, parent, card)
  const nothing = Object.keys(correction).length === 0
  const { busy, problem, press } = useSending(
    (input: object) => patch(unitPath(card.code), input),
    () => {
      setBefore(draft)
      setKept(true)
      changed()
    },
  )
  const alone = card.below.length === 0 && card.levels.length === 0
  const kinds = card.kind === 'district' || !alone || !above ? [card.kind] : kindsUnder(above.kind)
  const allowed = isUnitKind(draft.kind) ? standsUnder[draft.kind] : []
  return (
    <details>
      <summary>{say(w('更正', 'Correct it'))}</summary>
      <form
        className="stack sheet"
        onSubmit={(event) => {
          event.preventDefault()
          setKept(false)
          press(correction)
        }}
      >
        <UnitFields draft={draft} change={setDraft} kinds={kinds} problem={problem} />
        {!alone && (
          <p className="soft small">
            {say(w('下面还有单位或网格，所以不能改类型。', 'Units or grids are in it, so its kind stays.'))}
          </p>
        )}
        {allowed.length > 0 && (
          <>
            <UnitPicker label={w('上级单位', 'Stands under')} kinds={allowed} value={parent} choose={setParent} />
            <Wrong wrong={wrongAt(problem, 'parent')} />
            {parent !== card.parent && parent !== undefined && (
              <p className="note warm">
                {say(
                  w(
                    '移走后，下面的楼栋、今天的网格跟着走；已经报来的事项留在原处。',
                    'Buildings below it and grids of today go along; cases that were reported stay where they are.',
                  ),
                )}
              </p>
            )}
          </>
        )}
        <Trouble problem={problem} />
        {kept && nothing && (
          <p className="note good" role="status">
            {say(w('已保存，记入变更。', 'Kept, and in the trail.'))}
          </p>
        )}
        <button type="submit" className="button main" disabled={busy || nothing || draft.name.trim() === ''}>
          {say(nothing ? w('没有改动', 'Nothing changed') : w('保存更正', 'Keep the correction'))}
        </button>
      </form>
    </details>
  )
}
