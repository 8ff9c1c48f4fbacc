import { useEffect, useState } from 'react'
import { Line } from '#web/shared/form/Line.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Units, unitsPath } from '#web/shared/places/places.ts'
import { useSession } from '#web/shared/session.tsx'
import { useSettled } from '#web/shared/settled.ts'
import type { Helper } from '../../contract/errand.ts'
import { states } from '../../contract/kinds.ts'
import { keepsRecords, kindOptions } from '../words.ts'
import { type Chosen, type Name, partOf, withPart } from './query.ts'

interface Choosing {
  chosen: Chosen
  change: (chosen: Chosen) => void
}

const parts = [
  { value: 'open', words: w('在办', 'Under way') },
  { value: 'late', words: w('超期', 'Late') },
  { value: 'done', words: w('办成的', 'Done') },
]
const stateOptions = Object.entries(states).map(([value, words]) => ({ value, words }))

/** What the table of errands is asked for. By the helper only the community asks, by the community whoever sees several. */
export function Filters({ chosen, change }: Choosing) {
  const { value: session } = useSession()
  const isCommunity = keepsRecords(session?.role)
  const { value: helpers } = useLoaded<Helper[]>(isCommunity ? '/api/errand-helpers' : undefined)
  const { value: communities } = useLoaded<Units>(
    session && !isCommunity ? unitsPath({ kinds: ['community'], limit: 200 }) : undefined,
  )
  const set = (name: Name, value: string) => {
    const { [name]: _, ...rest } = chosen
    change(value === '' ? rest : { ...rest, [name]: value })
  }
  const pick = (name: Name) => ({ value: chosen[name] ?? '', choose: (value: string) => set(name, value), all: true })
  return (
    <div className="filters">
      <Search value={chosen.q ?? ''} change={(value) => set('q', value)} />
      <Select
        label={w('哪些', 'Which')}
        options={parts}
        value={partOf(chosen)}
        choose={(part) => change(withPart(chosen, part))}
        all
      />
      <Select label={w('状态', 'State')} options={stateOptions} {...pick('state')} />
      <Select label={w('类别', 'Kind')} options={kindOptions} {...pick('kind')} />
      {communities && (
        <Select
          label={w('社区', 'Community')}
          options={communities.rows.map(({ code, name }) => ({ value: code, words: w(name, name) }))}
          {...pick('community')}
        />
      )}
      {helpers && (
        <Select
          label={w('代办员', 'Helper')}
          options={helpers.map(({ role, unit, name }) => ({ value: `${role}@${unit}`, words: w(name, name) }))}
          {...pick('helper')}
        />
      )}
    </div>
  )
}

/** A number or a part of an item's name: asked for when the typing pauses. */
function Search({ value, change }: { value: string; change: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  const settled = useSettled(typed.trim())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed changes the address
  useEffect(() => {
    if (settled !== value) change(settled)
  }, [settled])
  return <Line label={w('编号或事项', 'Number or item')} type="search" value={typed} change={setTyped} most={60} />
}
