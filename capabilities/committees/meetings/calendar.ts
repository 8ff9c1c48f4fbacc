import type { Meeting } from '../contract/meeting.ts'

/** How a calendar takes a meeting (RFC 5546): as an event that it keeps, or as one that it takes out again. */
export const methodOf = ({ state }: Pick<Meeting, 'state'>): 'PUBLISH' | 'CANCEL' =>
  state === 'cancelled' ? 'CANCEL' : 'PUBLISH'

/**
 * A meeting as iCalendar (RFC 5545): one event, whose UID and ORGANIZER stay and whose SEQUENCE rises with each change, so that a
 * calendar that has it already takes the later one, and takes out what is cancelled. Times are in UTC. Nobody writes to the organizer:
 * its address is none (RFC 2606).
 */
export const calendarOf = (meeting: Meeting): string => {
  const { district, id, unit, sequence, changedAt, startsAt, endsAt, committeeName, venue, agenda, state } = meeting
  const subjects = agenda.map(({ subject, presenter }, index) => `${index + 1}. ${subject} (${presenter})`)
  return lines([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Linli//committees//ZH', `METHOD:${methodOf(meeting)}`, 'BEGIN:VEVENT'],
    `ORGANIZER;CN=${quoted(committeeName)}:mailto:${unit}@${district}.invalid`,
    ...[`UID:${id}@${district}.linli`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(changedAt)}`],
    ...[`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`],
    ...[`SUMMARY:${escaped(committeeName)}`, `LOCATION:${escaped(venue)}`, `DESCRIPTION:${escaped(subjects.join('\n'))}`],
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : state === 'planned' ? 'TENTATIVE' : 'CONFIRMED'}`,
    ...['END:VEVENT', 'END:VCALENDAR'],
  ])
}

/** Text as a property has it (3.3.11). */
export const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')

/** A name as the value of a parameter (3.2), which has no quotes in it. */
const quoted = (name: string): string => `"${name.replaceAll(/["\s]/g, ' ')}"`

/** Content lines, none longer than 75 octets (3.1): what goes on begins with a blank, and no sign is cut in two. */
export const lines = (contents: readonly string[]): string => contents.map((line) => `${folded(line)}\r\n`).join('')

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** A moment as `20260318T013000Z`. */
const utc = (instant: string): string =>
  Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replaceAll(/[-:]/g, '')
