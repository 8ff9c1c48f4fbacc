import { useRef, useState } from 'react'
import { type PostPlace, postsAt } from '#kernel/people/contract.ts'
import { isRole, sightWords } from '#kernel/people/roles.ts'
import { post } from '../../shared/ask.ts'
import { Line } from '../../shared/form/Line.tsx'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { UnitPicker } from '../../shared/places/UnitPicker.tsx'
import { roleWords } from '../../shared/roles.ts'
import { useSending } from '../../shared/sending.ts'
import { useSession } from '../../shared/session.tsx'
import { type ShownChoices, today } from './person.ts'

/** Giving somebody a post: which role, where, from when. */
export function GivePost({ account, give, done }: { account: string; give: ShownChoices; done: () => void }) {
  const say = useSay()
  const { value: session } = useSession()
  const [role, setRole] = useState(() => Object.keys(postsAt).find((one) => give.may?.includes(one)) ?? 'gridWorker')
  const [unit, setUnit] = useState<string>()
  const [starts, setStarts] = useState(today)
  const box = useRef<HTMLDetailsElement>(null)
  const { busy, problem, press } = useSending(
    (input: object) => post('/api/posts', input),
    () => {
      setUnit(undefined)
      if (box.current) box.current.open = false
      done()
    },
  )
  const refused = give.mayNot?.[role]
  const at: PostPlace = (isRole(role) && postsAt[role]) || 'district'
  const where = at === 'district' ? session?.district : unit
  return (
    <details ref={box}>
      <summary>{say(w('给岗位', 'Give a post'))}</summary>
      <form
        className="stack close"
        onSubmit={(event) => {
          event.preventDefault()
          press({ account, role, unit: where, starts })
        }}
      >
        <div className="field">
          <label htmlFor={`role-${account}`}>{say(w('岗位', 'Role'))}</label>
          <select
            id={`role-${account}`}
            className="input"
            value={role}
            onChange={(event) => {
              setRole(event.target.value)
              setUnit(undefined)
            }}
          >
            {Object.keys(postsAt).map((one) => (
              <option key={one} value={one}>
                {say(roleWords(one))}
              </option>
            ))}
          </select>
          {isRole(role) && <p className="soft small">{say(sightWords(role))}</p>}
        </div>
        {refused && <p className="note warm">{say(refused)}</p>}
        {at === 'grid' && <UnitPicker label={w('网格', 'Grid')} kinds={['grid']} value={unit} choose={setUnit} />}
        {Array.isArray(at) && <UnitPicker label={w('单位', 'Unit')} kinds={at} value={unit} choose={setUnit} />}
        <Line label={w('从哪天起', 'From')} value={starts} change={setStarts} type="date" />
        <Trouble problem={problem} />
        <button type="submit" className="button" disabled={busy || !where || refused !== undefined}>
          {say(w('任命', 'Give it'))}
        </button>
      </form>
    </details>
  )
}
