import type { ReactNode } from 'react'
import { useSay, type Words } from '../language.ts'

/** A table that may be wider than its place, under these heads: scrolled by hand, and by keys. */
export function ScrolledTable({ label, heads, children }: { label: Words; heads: readonly Words[]; children: ReactNode }) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls a wide table by keys, and must reach it for that
    <section className="grid-scroll" tabIndex={0} aria-label={say(label)}>
      <table className="grid">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
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
