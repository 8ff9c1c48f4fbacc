import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type Words, w } from '#web/shared/language.ts'
import { usePressed } from '#web/shared/pressed.ts'
import type { CaseRow } from '../view.ts'
import { take } from './Keys.tsx'
import { lastOpened, rememberOpened, rememberOrder } from './order.ts'

/** Where the cases of a list open beside it: which one is open, and how another is. */
interface Beside {
  id: string | undefined
  open: (id: string) => void
}

/**
 * A list by keyboard: j and k move, Enter opens, a takes it in, / goes to the search, ? shows the keys. While a case is open beside
 * the list, j and k open the next and the one before, and a does with it what is to be done first. Whoever comes back from a case is
 * where they were.
 */
export function useKeys(rows: readonly CaseRow[], beside?: Beside) {
  const [, navigate] = useLocation()
  const [left] = useState(lastOpened)
  const [moved, setMoved] = useState<number>()
  const [help, setHelp] = useState(false)
  const ids = rows.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (ids !== '') rememberOrder(ids.split(' '))
  }, [ids])
  const opened = beside?.id === undefined ? -1 : rows.findIndex(({ id }) => id === beside.id)
  // What was received leaves a list of what is to be received, and the next stands in its place.
  const place = useRef(0)
  if (opened >= 0) place.current = opened
  const hasLeft = beside?.id !== undefined && opened < 0
  const back = left === undefined ? -1 : rows.findIndex(({ id }) => id === left)
  const current = opened >= 0 ? opened : hasLeft ? undefined : (moved ?? (back >= 0 ? back : undefined))
  const move = (step: number) => {
    const from = hasLeft ? place.current - (step > 0 ? 1 : 0) : (current ?? -1)
    const to = Math.min(rows.length - 1, Math.max(0, from + step))
    const row = rows[to]
    setMoved(to)
    if (beside?.id !== undefined && row) beside.open(row.id)
  }
  const open = ({ target }: KeyboardEvent) => {
    const row = current === undefined ? undefined : rows[current]
    if (!row || (target instanceof HTMLElement && target.matches('a, button, summary'))) return
    if (beside) return beside.open(row.id)
    rememberOpened(row.id)
    navigate(`/case/${row.id}`)
  }
  usePressed({
    j: () => move(1),
    k: () => move(-1),
    '?': () => setHelp((shown) => !shown),
    '/': (event) => {
      const search = document.querySelector<HTMLInputElement>('input[type=search]')
      if (!search) return
      event.preventDefault()
      search.focus()
    },
    a: (event) => take(event, '.card.current, .beside'),
    Enter: open,
  })
  return { current: rows.length > 0 ? current : undefined, help, toggle: () => setHelp(!help) }
}

const moving = [w('j 下一件', 'j next'), w('k 上一件', 'k previous'), w('回车打开', 'Enter open')]
const taking = w('a 承单或接单', 'a accept or receive')
const searching = w('/ 搜索', '/ search')

/** The keys of a list: to take in is for what can be taken from it, to search where it has a field for that. */
export const keysOf = ({ takes, searches }: { takes: boolean; searches: boolean }): Words[] => [
  ...moving,
  ...(takes ? [taking] : []),
  ...(searches ? [searching] : []),
]
