import { useState } from 'react'
import { post } from '#web/shared/ask.ts'
import type { Values } from '#web/shared/form/schema.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { Rehearsal } from '../../contract/rehearsal.ts'
import { RehearsalFigures } from './RehearsalFigures.tsx'

/** How the latest cases would have gone with what stands in the form now: asked for before it is saved, and nothing is written. */
export function RehearsalPanel({ entry, version }: { entry: Values; version: number }) {
  const say = useSay()
  const [told, setTold] = useState<{ of: string; rehearsal: Rehearsal }>()
  const drafted = JSON.stringify(entry)
  const { busy, problem, press } = useSending(
    (draft: Values) => post<Rehearsal>('/api/registers/categories/rehearsal', { entry: draft, version }),
    (rehearsal) => setTold({ of: drafted, rehearsal }),
  )
  const stale = told !== undefined && told.of !== drafted
  return (
    <section className="sheet stack close" aria-live="polite">
      <h2>{say(w('存之前，先试一试', 'Try it before you save'))}</h2>
      <p className="soft">
        {say(
          w(
            '按表单里现在的内容，把最近 500 件重走一遍：建议、承单、主办、时限会有什么不同。只看不写，也看不到任何人写的话。',
            'Goes through the latest 500 cases as the form stands now: what would have been suggested, who would have had them, by when. Nothing is written, and nobody’s words are shown.',
          ),
        )}
      </p>
      <button type="button" className="button" disabled={busy} onClick={() => press(entry)}>
        {say(
          busy ? w('正在试算…', 'Trying…') : stale ? w('内容改了，再试一次', 'It was changed: try again') : w('试一试', 'Try it'),
        )}
      </button>
      <Trouble problem={problem} />
      {told && (
        <div className={stale ? 'soft stack close' : 'stack close'}>
          <RehearsalFigures rehearsal={told.rehearsal} />
        </div>
      )}
    </section>
  )
}
