import { Type } from 'typebox'

// Of this century: a clock that says another is broken, and PostgreSQL's calendar begins later than ISO's.

/** A moment that somebody gives, ISO 8601 with its offset. */
export const Instant = Type.String({ format: 'date-time', pattern: '^20' })
/** Whether a moment is one that somebody may give. */
export const mayBeGiven = (at: Temporal.Instant): boolean => /^20/.test(at.toString())
/** A day that somebody gives, by clocks in Shanghai. */
export const Day = Type.String({ format: 'date', pattern: '^20' })
