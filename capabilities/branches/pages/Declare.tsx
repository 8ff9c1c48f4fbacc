import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { memberKinds } from '../contract/kinds.ts'
import type { EstateBranch } from '../contract/seen.ts'

/** Declaring oneself at the branch of the estate that the page shows. */
export function Declare({ here, changed }: { here: EstateBranch | undefined; changed: () => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<string>()
  const [name, setName] = useState('')
  const { busy, problem, press } = useSending((input: object, key) => command('/api/declarations', input, key), changed)
  if (!here) return <p className="soft">{say(w('先选小区，再亮身份。', 'Choose your estate first, then declare.'))}</p>
  if (!here.branch)
    return (
      <p className="soft">
        {say(w('小区登记党支部后，就可以在这里亮身份。', 'Once the estate has a branch, you can declare here.'))}
      </p>
    )
  if (!open)
    return (
      <button type="button" className="button wide" onClick={() => setOpen(true)}>
        {say(w('我是党员，亮身份', 'I am a party member, and declare'))}
      </button>
    )
  const { estate } = here
  const shownName = name.trim()
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (kind !== undefined) press({ estate: estate.code, kind, ...(shownName !== '' && { shownName }) })
      }}
    >
      <p>
        {say(
          w(
            `在${estate.name}亮身份，只能由您本人办，随时可以撤回。您在单位的组织关系不变，我们也不记您的单位。`,
            `You declare at ${estate.name} yourself, and may take it back at any time. Nothing changes at your branch at work, and we keep nothing of it.`,
          ),
        )}
      </p>
      <Choice legend={w('我是', 'I am')} options={optionsOf(memberKinds)} value={kind} choose={setKind} />
      <Line
        optional
        label={w('邻居怎么称呼您', 'What neighbours may call you')}
        hint={w(
          '如“王师傅”。不填，邻居只看到“一位党员”。手机号永远不显示。',
          'As 王师傅. Left empty, neighbours read “a party member”. Your number is never shown.',
        )}
        value={name}
        change={setName}
        most={12}
        autoComplete="off"
      />
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || kind === undefined}>
        {say(w('亮身份', 'Declare'))}
      </button>
    </form>
  )
}
