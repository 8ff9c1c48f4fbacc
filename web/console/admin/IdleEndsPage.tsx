import { useEffect, useState } from 'react'
import type { IdleEnd, IdleEnds } from '#kernel/people/admin/shown.ts'
import { postsAt } from '#kernel/people/contract.ts'
import { ask } from '../../shared/ask.ts'
import { Select } from '../../shared/form/Select.tsx'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../shared/parts.tsx'
import { roleWords } from '../../shared/roles.ts'
import { useSending } from '../../shared/sending.ts'

const usual = [15, 30, 60, 120]

/** What may be chosen: the usual minutes, and what stands there though it is none of them. */
const choicesBeside = (minutes: number | undefined) => [
  { value: '', words: w('不自动退出', 'Never') },
  ...[...new Set([...usual, ...(minutes === undefined ? [] : [minutes])])]
    .toSorted((one, other) => one - other)
    .map((one) => ({ value: String(one), words: w(`${one} 分钟`, `${one} minutes`) })),
]

const told = (ends: readonly IdleEnd[]) =>
  ends
    .map(({ role, minutes }) => `${role} ${minutes}`)
    .toSorted()
    .join()

/** After how long a desk that somebody has left is signed out, by role. */
export default function IdleEndsPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<IdleEnds>('/api/idle-ends')
  const [ends, setEnds] = useState<readonly IdleEnd[]>([])
  useEffect(() => {
    if (value) setEnds(value.ends)
  }, [value])
  const keeping = useSending(
    (wanted: readonly IdleEnd[]) => ask('/api/idle-ends', { method: 'PUT', body: { ends: wanted } }),
    reload,
  )
  const changed = value && told(ends) !== told(value.ends)
  const minutesOf = (role: string) => ends.find((one) => one.role === role)?.minutes
  const choose = (role: string, minutes: string) =>
    setEnds([...ends.filter((one) => one.role !== role), ...(minutes === '' ? [] : [{ role, minutes: Number(minutes) }])])
  return (
    <div className="stack">
      <h1>{say(w('无操作自动退出', 'Desks left alone'))}</h1>
      <p className="soft">
        {say(
          w(
            '在办公桌上办事的岗位，离开后自动退出，别人就不能用。退出前一分钟有提示。身兼几个岗位的，按最短的算。在外面走动的网格员等，建议不设。',
            'A desk that somebody has left is signed out, so that nobody else works at it; a minute before it is said. Whoever holds several posts goes by the shortest. For those who walk about, such as grid workers, none is the better choice.',
          ),
        )}
      </p>
      <Trouble problem={problem ?? keeping.problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            keeping.press(ends)
          }}
        >
          <div className="filters">
            {Object.keys(postsAt).map((role) => (
              <Select
                key={role}
                label={roleWords(role)}
                options={choicesBeside(value.ends.find((one) => one.role === role)?.minutes)}
                value={String(minutesOf(role) ?? '')}
                choose={(minutes) => choose(role, minutes)}
              />
            ))}
          </div>
          <button type="submit" className="button main" disabled={!changed || keeping.busy}>
            {say(changed ? w('保存', 'Keep') : w('已保存', 'Kept'))}
          </button>
        </form>
      )}
    </div>
  )
}
