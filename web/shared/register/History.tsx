import type { EntryStep } from '#kernel/register/history.ts'
import { useSay, type Words, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { At, Skeleton, Trouble } from '../parts.tsx'
import { roleWords } from '../roles.ts'
import { Changes } from './Changes.tsx'
import { differences } from './differences.ts'
import { type Register, registerPath } from './register.ts'

const deeds: Record<string, Words> = {
  end: w('停用', 'ended it'),
  import: w('按表格修改', 'changed it by a sheet'),
}
const deedOf = ({ act, version, changes }: EntryStep): Words =>
  deeds[act] ??
  (version === 1
    ? w('新建', 'made it')
    : changes.some(({ field, after }) => field === 'ends' && after === undefined)
      ? w('恢复使用', 'took it up again')
      : w('修改', 'changed it'))

/** Who changed an entry, when, and what from what to what; the latest first. */
export function History({
  register,
  entryKey,
  valueWords,
  fillBack,
}: {
  register: Register
  entryKey: string
  valueWords: (value: string) => Words
  /** Fills the form with how it was before a change, for whoever may change it. */
  fillBack?: ((step: EntryStep) => void) | undefined
}) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<EntryStep[]>(`${registerPath(register.path, entryKey)}/history`)
  const fields = { ...register.fields, ends: { name: w('停用日期', 'Ends on') } }
  return (
    <section className="stack close">
      <h2>{say(w('变更经过', 'What was changed'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={2} />}
      {value?.length === 0 && (
        <p className="soft">
          {say(w('还没有人改过，就是起步时的样子。', 'Nobody has changed it: it is as it was at the beginning.'))}
        </p>
      )}
      <ol className="stack close">
        {value?.toReversed().map((step) => (
          <li key={step.version} className="card">
            {step.act === 'adopt' ? (
              <p className="soft">{say(w('起步时就有的一项', 'There from the beginning'))}</p>
            ) : (
              <>
                <p>
                  <span className="strong">{step.by.name}</span> <span className="soft">{say(roleWords(step.by.role))}</span>{' '}
                  <At at={step.at} /> {say(deedOf(step))}
                </p>
                {step.version > 1 && (
                  <Changes
                    changes={step.changes.flatMap(({ field, before, after }) => differences(before, after, field))}
                    {...{ fields, valueWords }}
                  />
                )}
                {fillBack && step.version > 1 && step.changes.some(({ field }) => field !== 'ends') && (
                  <button type="button" className="button plain" onClick={() => fillBack(step)}>
                    {say(w('填回修改之前的值', 'Fill in how it was before'))}
                  </button>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
