import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { Standing } from './standing.ts'

/** What neighbours may call one: agreed to, changed, and taken back. */
export function ShownName({ id, mine, changed }: Standing) {
  const say = useSay()
  const { shownName } = mine
  const [name, setName] = useState(shownName ?? '')
  const { busy, problem, press } = useSending(
    ({ to, ...input }: { to: string; name?: string }, key) => command(`/api/declarations/${id}/${to}`, input, key),
    changed,
  )
  const typed = name.trim()
  return (
    <form
      className="sheet stack close"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '' && typed !== shownName) press({ to: 'showName', name: typed })
      }}
    >
      <h3>{say(w('邻居看到的称呼', 'What neighbours call me'))}</h3>
      <p className="soft">
        {say(
          shownName === undefined
            ? w('现在邻居只看到“一位党员”。', 'Neighbours read “a party member” for now.')
            : w(`现在邻居看到“${shownName}”。`, `Neighbours read “${shownName}” for now.`),
        )}
      </p>
      <Line label={w('称呼', 'Name')} value={name} change={setName} most={12} autoComplete="off" />
      <Trouble problem={problem} />
      <div className="line">
        <button type="submit" className="button" disabled={busy || typed === '' || typed === shownName}>
          {say(w('让邻居看到', 'Let them see it'))}
        </button>
        {shownName !== undefined && (
          <button type="button" className="button plain far" disabled={busy} onClick={() => press({ to: 'hideName' })}>
            {say(w('不再显示', 'Show it no more'))}
          </button>
        )}
      </div>
    </form>
  )
}
