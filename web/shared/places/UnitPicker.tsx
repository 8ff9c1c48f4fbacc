import { useEffect, useId, useState } from 'react'
import { Optional } from '../form/Choice.tsx'
import { onEnter } from '../form/Line.tsx'
import { Offered } from '../form/Offered.tsx'
import { useFolded } from '../form/useFolded.ts'
import { useSay, type Words, w } from '../language.ts'
import { useLoaded } from '../loaded.ts'
import { Empty, Skeleton, Trouble } from '../parts.tsx'
import { useSettled } from '../settled.ts'
import { knownEstate, type Own } from './ownEstate.ts'
import { type CodedPlace, type Estates, estatesPath, gridsPath, type Here, type Unit, type Units, unitsPath } from './places.ts'
import { useOwnUnit } from './useOwnUnit.ts'

interface Picking {
  label: Words
  kinds: readonly string[]
  value: string | undefined
  choose: (code: string | undefined, unit?: Unit) => void
  optional?: boolean
  parent?: string
  /** About where the phone is, for estates: the nearest come first. `asking` while that is being found out. */
  here?: Here | 'asking' | undefined
  /** Whether the estate that this phone knows as one's own comes first. */
  ownFirst?: boolean
  /** Whether what is found shows only while somebody is in the field, over what follows: where it is one field among others. */
  folds?: boolean
}

/** What was found, and whether there are more: units say where they go on. */
type Found = Units & Partial<Estates>

interface Asked {
  search: string
  parent?: string
  own: string | undefined
}

/** Where those of some kinds are looked up; grids are one kind, by themselves. */
function pathTo(kinds: readonly string[], asked: Asked, here: Here | undefined): string {
  const only = kinds.length === 1 ? kinds[0] : undefined
  if (only === 'grid') return gridsPath({ search: asked.search, community: asked.parent, own: asked.own })
  return only === 'estate' ? estatesPath({ ...asked, here }) : unitsPath({ ...asked, kinds })
}

/**
 * Chooses one unit, or one grid, by typing a part of its name; Enter takes the first that is found. Whoever has a post at a unit or grid
 * finds what lies there first.
 */
export function UnitPicker({
  label,
  kinds,
  value,
  choose,
  optional = false,
  parent,
  here,
  ownFirst = false,
  folds = false,
}: Picking) {
  const [say, id] = [useSay(), useId()]
  const [search, setSearch] = useState('')
  const [wantsFirst, setWantsFirst] = useState(false)
  const { list, box, close } = useFolded(folds)
  const own = useOwnUnit()
  const settled = useSettled(search.trim())
  const asked = { search: settled, own, ...(parent !== undefined && { parent }) }
  const path = here === 'asking' ? undefined : pathTo(kinds, asked, here)
  const { value: found, problem, reload } = useLoaded<Found>(value === undefined ? path : undefined)
  const [known] = useState(() => (ownFirst ? knownEstate() : undefined))
  const mine = search.trim() === '' ? known : undefined
  const others = found?.rows.filter(({ code }) => code !== mine?.code) ?? []
  const first = found?.rows[0]
  const isFound = wantsFirst && found !== undefined && settled === search.trim()
  useEffect(() => {
    if (!isFound) return
    setWantsFirst(false)
    if (first) choose(first.code, first)
  }, [isFound, first, choose])
  const take = (unit: Unit) => {
    close()
    choose(unit.code, unit)
  }
  return (
    <div {...box}>
      <label htmlFor={id}>
        {say(label)} {optional && <Optional />}
      </label>
      {value !== undefined ? (
        <div className="line">
          <UnitName code={value} />
          <button type="button" className="button far" onClick={() => choose(undefined)}>
            {say(w('换一个', 'Change'))}
          </button>
        </div>
      ) : (
        <>
          <input
            id={id}
            className="input"
            type="search"
            value={search}
            placeholder={say(w('输入名称查找', 'Type a part of the name'))}
            onChange={(event) => {
              setSearch(event.target.value)
              setWantsFirst(false)
            }}
            // It is chosen once what was typed has been looked up.
            onKeyDown={(event) => onEnter(event, () => setWantsFirst(search.trim() !== ''))}
          />
          <Offered {...list}>
            {mine && <OwnEstate own={mine} take={take} />}
            <Trouble problem={problem} again={reload} />
            {!found && !problem && <Skeleton rows={2} />}
            {found && found.rows.length === 0 && (
              <Empty
                words={
                  search.trim() === ''
                    ? w('这里还没有登记，没有可选的。', 'Nothing is on record here yet.')
                    : w('没有这个名称，少打几个字试试', 'Nothing of that name: try fewer letters')
                }
              />
            )}
            {others.length > 0 && (
              <ul className="rows tall">
                {others.map((unit) => (
                  <li key={unit.code}>
                    <button type="button" onClick={() => take(unit)}>
                      {unit.name}
                      {unit.communityName !== undefined && <span className="soft small"> {unit.communityName}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {(found?.more || found?.next !== undefined) && (
              <p className="soft small">
                {say(w('没有全列出来，打几个字找得更快', 'Not all are listed: type a part of the name'))}
              </p>
            )}
          </Offered>
        </>
      )}
    </div>
  )
}

/** The estate that this phone knows, there at once: one tap. */
function OwnEstate({ own, take }: { own: Own; take: (unit: Unit) => void }) {
  const say = useSay()
  return (
    <ul className="rows tall">
      <li>
        <button type="button" onClick={() => take({ ...own, kind: 'estate' })}>
          <span className="strong">{own.name}</span>
          <span className="soft small"> {say(w('我的小区', 'my estate'))}</span>
        </button>
      </li>
    </ul>
  )
}

/** The name of a unit or grid that is known by its code. */
export function UnitName({ code }: { code: string }) {
  const { value } = useLoaded<CodedPlace>(`/api/places/${encodeURIComponent(code)}`)
  return <span className="strong">{value?.label ?? code}</span>
}
