import { copyRow } from '#kernel/database/bulk.ts'
import { newId } from '#kernel/database/ids.ts'
import { genesis, hashOf } from '#kernel/record/event.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { newKeyRow, secretRow } from '#kernel/vault/store.ts'
import { daysLately } from '../cases/load.ts'
import { type Copy, dayText, idMoved, paste } from './cut.ts'
import type { Family, Template } from './templates.ts'

/** How many weeks a family goes back, and in which copy. */
interface Move {
  weeks: number
  copy: number
}

/** After so many weeks a year comes round. */
const weeksOfYear = 52
const weeksLately = daysLately / 7

/**
 * Where a family lies in a copy (from 1 on). Copies fill the years evenly: in each the cases of the year begin at another week. None
 * lies in the last fortnight, of which each case is told for itself: many of them are not over.
 */
export function moveOf(
  copy: number,
  { lastEventAt }: Pick<Family, 'lastEventAt'>,
  { now, years }: { now: Temporal.Instant; years: number },
): Move | undefined {
  const age = Math.floor(now.since(lastEventAt).total('hours') / (24 * 7))
  const turned = Math.floor((copy - 1) / years) + 1
  const year = (copy - 1) % years
  const week = ((age + turned) % weeksOfYear) + weeksOfYear * year
  return week < weeksLately ? undefined : { weeks: week - age, copy }
}

/** The columns of the rows that are not copied as they stand. */
export const ownColumns = {
  'record.events': ['district', 'item', 'sequence', 'id', 'flow', 'command', 'at', 'body', 'previous', 'hash'],
  'record.unsealed': ['district', 'item', 'sequence', 'hash'],
  'vault.keys': ['district', 'subject', 'wrapped', 'master', 'made_at'],
  'vault.secrets': ['district', 'id', 'subject', 'item', 'field', 'sealed'],
} as const

interface Copying {
  district: string
  ring: Keyring
  /** The data keys of those whose words the templates hold. */
  keys: ReadonlyMap<string, Buffer>
  /** Gives a number of a month, such as `2611`, that no case has. */
  numberIn: (month: string) => string
  /** Whether copies of that day (since 1970) have their events, and what their reporters wrote. */
  isWhole: (reportedOn: number) => boolean
  /** Takes rows of a table as COPY reads them. */
  add: (table: string, rows: string) => void
}

/** Makes copies. What they say of themselves is as true as what their templates say: numbers, hashes and secrets are their own. */
export function copier({ district, ring, keys, numberIn, isWhole, add }: Copying) {
  /** Makes a copy of a family; gives the days on which its cases were reported. */
  return function copyFamily({ cases }: Family, { weeks, copy }: Move): number[] {
    const numbers = new Map<string, string>()
    const tips = new Map<string, string>()
    const fresh = new Map<string, Buffer>()
    const own: Copy = {
      id: (id) => idMoved(id, weeks, copy),
      day: (day) => dayText(day - 7 * weeks),
      number: (number) => numbers.get(number) ?? number,
      tip: (id) => tips.get(id) ?? genesis,
    }
    const days = cases.map(({ reportedOn }) => reportedOn - 7 * weeks)
    for (const [index, { number }] of cases.entries())
      if (!numbers.has(number))
        numbers.set(
          number,
          numberIn(
            dayText(days[index] ?? 0)
              .slice(2, 7)
              .replace('-', ''),
          ),
        )
    const whole = days.some(isWhole)
    for (const one of cases) {
      if (whole) tips.set(one.id, copyEvents(one, own))
      if (whole) copySecrets(one, own, fresh)
      for (const [table, parts] of one.rows) add(table, paste(parts, own))
    }
    return days
  }

  /** Chains the events of a copy anew; gives the hash of the last. */
  function copyEvents({ id, events }: Template, own: Copy): string {
    const item = own.id(id)
    let tip: string = genesis
    for (const { sequence, flow, command, at, body } of events) {
      const text = paste(body, own)
      const [place, previous] = [String(sequence), tip]
      tip = hashOf(previous, text)
      add('record.events', copyRow([district, item, place, newId(), flow, command, paste(at, own), text, previous, tip]))
      add('record.unsealed', copyRow([district, item, place, tip]))
    }
    return tip
  }

  /** Encrypts anew what was told: under the keys of those whom templates know, and under a new one for whom only the copy knows. */
  function copySecrets({ id, secrets }: Template, own: Copy, fresh: Map<string, Buffer>): void {
    for (const { id: secret, subject: whose, field, value } of secrets) {
      const subject = paste(whose, own)
      const found = { id: own.id(secret), field, value }
      const key = keys.get(subject) ?? fresh.get(subject) ?? freshKey(subject, fresh)
      const { sealed } = secretRow(key, { district, subject }, own.id(id), found)
      add('vault.secrets', copyRow([district, found.id, subject, own.id(id), field, sealed]))
    }
  }

  function freshKey(subject: string, fresh: Map<string, Buffer>): Buffer {
    const { key, row } = newKeyRow(ring, { district, subject }, Temporal.Now.instant())
    fresh.set(subject, key)
    add('vault.keys', copyRow([district, subject, row.wrapped, String(row.master), row.made_at]))
    return key
  }
}
