import type { ReactNode } from 'react'
import { useSay, type Words } from '../language.ts'

/** What stands above a column; above numbers, at their end. */
interface Head extends Words {
  number?: boolean
}

/** A table that may be wider than its place, or higher if it is to be low, under these heads: scrolled by hand, and by keys. */
export function ScrolledTable({
  label,
  heads,
  low = false,
  children,
}: {
  label: Words
  heads: readonly Head[]
  low?: boolean
  children: ReactNode
}) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls a wide table by keys, and must reach it for that
    <section className={low ? 'grid-scroll low' : 'grid-scroll'} tabIndex={0} aria-label={say(label)}>
      <table className="grid">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col" className={head.number ? 'number' : undefined}>
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
