import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { type Unit, type Units, unitsPath } from '../../../shared/places/places.ts'
import { useReloadWhenChanged } from './changed.ts'
import { handlersUnder, kindWords, placesUnder, unitAddress } from './unit.ts'

interface Choosing {
  chosen: string | undefined
  /** The codes of what is above the chosen one: these stand open. */
  above: readonly string[]
}

/** All units of the district, level by level: what lies in one is loaded when it is opened, a page at a time. */
export function UnitTree(choosing: Choosing) {
  const say = useSay()
  return (
    <ul className="tree" aria-label={say(w('单位', 'Units'))}>
      <Branch kinds={['district']} {...choosing} />
    </ul>
  )
}

function Branch({ parent, kinds, after, ...choosing }: Choosing & { parent?: string; kinds: readonly string[]; after?: string }) {
  const say = useSay()
  const [more, setMore] = useState(false)
  const path = unitsPath({ kinds, limit: 50, after, ...(parent !== undefined && { parent }) })
  const { value, problem, reload } = useLoaded<Units>(path)
  useReloadWhenChanged(reload)
  const next = value?.next
  return (
    <>
      {problem && (
        <li>
          <Trouble problem={problem} again={reload} />
        </li>
      )}
      {!value && !problem && (
        <li>
          <Skeleton rows={1} />
        </li>
      )}
      {value?.rows.length === 0 && after === undefined && (
        <li className="soft small none">{say(w('还没有下一级单位', 'no units below it yet'))}</li>
      )}
      {value?.rows.map((unit) => (
        <Node key={unit.code} unit={unit} {...choosing} />
      ))}
      {next !== undefined && !more && (
        <li>
          <button type="button" className="button plain" onClick={() => setMore(true)}>
            {say(w('再列 50 个', '50 more'))}
          </button>
        </li>
      )}
      {next !== undefined && more && (
        <Branch kinds={kinds} after={next} {...choosing} {...(parent !== undefined && { parent })} />
      )}
    </>
  )
}

function Node({ unit: { code, name, kind }, ...choosing }: Choosing & { unit: Unit }) {
  const say = useSay()
  const { chosen, above } = choosing
  const inPath = above.includes(code)
  const [open, setOpen] = useState(kind === 'district' || inPath)
  useEffect(() => {
    if (inPath) setOpen(true)
  }, [inPath])
  const [places, handlers] = [placesUnder(kind), handlersUnder(kind)]
  return (
    <li>
      <div className="node">
        {places.length + handlers.length > 0 && <Opener name={w(name, name)} open={open} turn={() => setOpen(!open)} />}
        <Link href={unitAddress(code)} {...(chosen === code && { 'aria-current': 'true' as const })}>
          {name} <span className="soft small">{say(kindWords(kind))}</span>
        </Link>
      </div>
      {open && (
        <ul>
          {places.length > 0 && <Branch parent={code} kinds={places} {...choosing} />}
          {handlers.length > 0 && <Handlers parent={code} kinds={handlers} {...choosing} />}
        </ul>
      )}
    </li>
  )
}

/** The handling units beside the places, folded together. */
function Handlers({ parent, kinds, ...choosing }: Choosing & { parent: string; kinds: readonly string[] }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const title = w('承办单位', 'Handling units')
  return (
    <li>
      <div className="node">
        <Opener name={title} open={open} turn={() => setOpen(!open)} />
        <span className="soft">{say(title)}</span>
      </div>
      {open && (
        <ul>
          <Branch parent={parent} kinds={kinds} {...choosing} />
        </ul>
      )}
    </li>
  )
}

function Opener({ name, open, turn }: { name: Words; open: boolean; turn: () => void }) {
  const say = useSay()
  return (
    <button
      type="button"
      className="opener"
      aria-expanded={open}
      aria-label={say(open ? w(`收起${name.zh}`, `Close ${name.en}`) : w(`展开${name.zh}`, `Open ${name.en}`))}
      onClick={turn}
    >
      {open ? '－' : '＋'}
    </button>
  )
}
