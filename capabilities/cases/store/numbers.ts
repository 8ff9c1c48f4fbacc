import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { dayOf } from '#kernel/time/zone.ts'

const blockSize = 50

/**
 * Hands out the numbers that people read, such as `2611-00042`: month, then counting. A process reserves fifty at a time, in
 * a transaction of its own, so that no command waits for another; what it does not use is a gap.
 */
export function numberDispenser() {
  const blocks = new Map<string, { next: number; end: number }>()
  const keyOf = (district: string, month: string) => `${district} ${month}`
  const monthOf = (house: House) => dayOf(house.clock()).slice(2, 7).replace('-', '')
  return {
    /** Sees to it that a number is in stock. */
    async prepare(house: House, district: string): Promise<void> {
      const month = monthOf(house)
      const block = blocks.get(keyOf(district, month))
      if (block && block.next < block.end) return
      const end = await within(house.database, { as: 'command', district }, async (connection) => {
        const { rows } = await sql<{ next: number }>`
          insert into cases.numbers as n (district, month, next) values (${district}, ${month}, ${blockSize + 1})
          on conflict (district, month) do update set next = n.next + ${blockSize} returning next`.execute(connection)
        return rows[0]?.next ?? blockSize + 1
      })
      blocks.set(keyOf(district, month), { next: end - blockSize, end })
    },
    take(house: House, district: string): string {
      const month = monthOf(house)
      const block = blocks.get(keyOf(district, month))
      if (!block || block.next >= block.end) throw new Error('no number is in stock: prepare first')
      return `${month}-${String(block.next++).padStart(5, '0')}`
    },
  }
}
