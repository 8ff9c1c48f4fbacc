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
  const reserving = new Map<string, Promise<void>>()

  async function reserve(house: House, district: string, month: string, key: string): Promise<void> {
    const end = await within(house.database, { as: 'command', district }, async (connection) => {
      const { rows } = await sql<{ next: number }>`
        insert into cases.numbers as n (district, month, next) values (${district}, ${month}, ${blockSize + 1})
        on conflict (district, month) do update set next = n.next + ${blockSize} returning next`.execute(connection)
      return rows[0]?.next ?? blockSize + 1
    })
    blocks.set(key, { next: end - blockSize, end })
  }

  return async function take(house: House, district: string): Promise<string> {
    const month = dayOf(house.clock()).slice(2, 7).replace('-', '')
    const key = `${district} ${month}`
    for (;;) {
      const block = blocks.get(key)
      if (block && block.next < block.end) return `${month}-${String(block.next++).padStart(5, '0')}`
      // Those who come at the same moment wait for one reservation; whoever still finds none reserves again.
      // One that failed is over too: the next report tries anew.
      const going = reserving.get(key) ?? reserve(house, district, month, key).finally(() => reserving.delete(key))
      reserving.set(key, going)
      await going
    }
  }
}
