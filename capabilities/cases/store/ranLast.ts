import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { CaseIn } from '../contract/item.ts'

/** By when the work on a case was due whose limits ended in the moment in which it was said to be done, step by step. */
export async function ranLast(connection: Connection, item: CaseIn<'verifying'>): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const { district, id, round, resolution } = item
  const { rows } = await sql<{ step: string; due: Date }>`
    select step, due_at as due from flow.limits
    where district = ${district} and item = ${id} and round = ${round} and step in ('solve', 'resolve')
      and ended_at = ${resolution.at}::timestamptz`.execute(connection)
  return new Map(rows.map(({ step, due }) => [step, due.toTemporalInstant()]))
}
