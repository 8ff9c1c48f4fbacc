import { useEffect, useState } from 'react'
import type { SecondFactorRoles } from '#kernel/people/admin/shown.ts'
import { roles } from '#kernel/people/roles.ts'
import { ask } from '../../shared/ask.ts'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../shared/parts.tsx'
import { roleWords } from '../../shared/roles.ts'
import { useSending } from '../../shared/sending.ts'

const ofStaff = Object.keys(roles).filter((role) => !['resident', 'nobody', 'system', 'dutyOfficer'].includes(role))

/** Of which roles a second factor is asked: whoever holds one sets it up when they next sign in. */
export default function SecondFactorPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<SecondFactorRoles>('/api/second-factor')
  const [chosen, setChosen] = useState<string[]>([])
  useEffect(() => {
    if (value) setChosen(value.roles)
  }, [value])
  const keeping = useSending((wanted: string[]) => ask('/api/second-factor', { method: 'PUT', body: { roles: wanted } }), reload)
  const changed = value && chosen.toSorted().join() !== value.roles.toSorted().join()
  return (
    <div className="stack">
      <h1>{say(w('动态口令', 'Second factor'))}</h1>
      <p className="soft">
        {say(
          w(
            '勾选的岗位，下次登录时须先设好动态口令才能办事。',
            'Whoever holds one of these sets up a second factor before they can do anything else.',
          ),
        )}
      </p>
      <Trouble problem={problem ?? keeping.problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            keeping.press(chosen)
          }}
        >
          <fieldset className="filters">
            <legend className="unseen">{say(w('须用动态口令的岗位', 'Roles that need one'))}</legend>
            {ofStaff.map((role) => (
              <label key={role} className="line">
                <input
                  type="checkbox"
                  checked={chosen.includes(role)}
                  onChange={({ target }) => setChosen(target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
                />
                {say(roleWords(role))}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button main" disabled={!changed || keeping.busy}>
            {say(changed ? w('保存', 'Keep') : w('已保存', 'Kept'))}
          </button>
        </form>
      )}
    </div>
  )
}
