import { type RefObject, useEffect, useState } from 'react'
import { useSay, type Words, w } from '#web/shared/language.ts'
import type { Column } from './boardColumns.ts'

interface Bar {
  board: RefObject<HTMLElement | null>
  columns: readonly Column[]
  /** How many stand in each, by its name: as far as it is known. */
  counts: Readonly<Record<string, Counted>>
}

/** How many cards a column has, and how many more would fit it that stand in the columns before: a case stands once. */
export interface Counted {
  count: string
  before: number
}

export const beforeWords = (before: number): Words => w(`前面栏里还有 ${before}`, `${before} more in columns before`)

/** All columns of the board by name, with how much is in each. Those beyond the edge are marked; pressing one brings it into sight. */
export function BoardBar({ board, columns, counts }: Bar) {
  const say = useSay()
  const seen = useSeen(board, columns)
  const show = (name: string) =>
    board.current?.querySelector(`[data-column=${name}]`)?.scrollIntoView({ block: 'nearest', inline: 'start' })
  return (
    <nav className="board-bar" aria-label={say(w('看板各栏', 'Columns of the board'))}>
      {columns.map(({ name, words }) => (
        <button
          key={name}
          type="button"
          className={seen.has(name) ? 'button' : 'button beyond'}
          {...(!seen.has(name) && { title: say(w('在画面外，点一下移过去', 'Beyond the edge: press to bring it here')) })}
          onClick={() => show(name)}
        >
          {say(words)} <span className="count">{counts[name]?.count}</span>
          {(counts[name]?.before ?? 0) > 0 && (
            <span className="soft small">
              {' · '}
              {say(beforeWords(counts[name]?.before ?? 0))}
            </span>
          )}
          {!seen.has(name) && <span aria-hidden="true">⇢</span>}
        </button>
      ))}
    </nav>
  )
}

/** Which columns stand in sight with most of their width. All do, until something else is known. */
function useSeen(board: RefObject<HTMLElement | null>, columns: readonly Column[]): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set(columns.map(({ name }) => name)))
  useEffect(() => {
    const root = board.current
    if (!root) return
    const look = () => {
      const edge = root.getBoundingClientRect()
      const inSight = [...root.querySelectorAll<HTMLElement>('[data-column]')].filter((column) => {
        const { left, right, width } = column.getBoundingClientRect()
        return Math.min(right, edge.right) - Math.max(left, edge.left) > width / 2
      })
      setSeen(new Set(inSight.map(({ dataset }) => dataset.column ?? '')))
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(root)
    root.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      root.removeEventListener('scroll', look)
    }
  }, [board])
  return seen
}
