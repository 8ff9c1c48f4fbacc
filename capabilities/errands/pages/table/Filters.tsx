import { Line } from '#web/shared/form/Line.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Units, unitsPath } from '#web/shared/places/places.ts'
import { useSession } from '#web/shared/session.tsx'
import type { Helper } from '../../contract/errand.ts'
import { states } from '../../contract/kinds.ts'
import { helperOptions } from '../helpers.ts'
import { keepsRecords, kindOptions } from '../words.ts'
import { partOf, toPart } from './query.ts'

interface Choosing {
  search: URLSearchParams
  put: (parts: Record<string, string>) => void
}

const parts = [
  { value: 'open', words: w('在办', 'Under way') },
  { value: 'late', words: w('超期', 'Late') },
  { value: 'done', words: w('办成的', 'Done') },
]
const stateOptions = Object.entries(states).map(([value, words]) => ({ value, words }))

/** What the table of errands is asked for. By the helper only the community asks, by the community whoever sees several. */
export function Filters({ search, put }: Choosing) {
  const { value: session } = useSession()
  const isCommunity = keepsRecords(session?.role)
  const { value: helpers } = useLoaded<Helper[]>(isCommunity ? '/api/errand-helpers' : undefined)
  const { value: communities } = useLoaded<Units>(
    session && !isCommunity ? unitsPath({ kinds: ['community'], own: session.unit, limit: 200 }) : undefined,
  )
  const pick = (name: string) => ({
    ...{ value: search.get(name) ?? '', all: true },
    choose: (value: string) => put({ [name]: value }),
  })
  return (
    <div className="filters">
      <div className="search">
        <Line
          label={w('编号或事项', 'Number or item')}
          type="search"
          most={60}
          value={search.get('q') ?? ''}
          change={(q) => put({ q })}
        />
      </div>
      <Select label={w('哪些', 'Which')} options={parts} value={partOf(search)} choose={(part) => put(toPart(part))} all />
      <Select label={w('状态', 'State')} options={stateOptions} {...pick('state')} />
      <Select label={w('类别', 'Kind')} options={kindOptions} {...pick('kind')} />
      {communities && (
        <Select
          label={w('社区', 'Community')}
          options={communities.rows.map(({ code, name }) => ({ value: code, words: w(name, name) }))}
          {...pick('community')}
        />
      )}
      {helpers && <Select label={w('代办员', 'Helper')} options={helperOptions(helpers)} {...pick('helper')} />}
    </div>
  )
}
