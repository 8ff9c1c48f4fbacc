import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'

const closed = { additionalProperties: false }
const Opens = Type.String({ maxLength: 5, pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM' })
const Closes = Type.String({
  maxLength: 5,
  pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
  description: 'HH:MM, 24:00 for midnight',
})

/** A stretch of a day, `08:30` to `17:30`. */
const Slot = Type.Object({ opens: Opens, closes: Closes }, closed)
export type Slot = Static<typeof Slot>

/** The same on some days of every week: 1 is Monday, 7 is Sunday. */
const WeeklySlot = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }),
    opens: Opens,
    closes: Closes,
  },
  closed,
)

/** Days on which it is otherwise, the last one included: these slots, or closed. */
export const Exception = Type.Object(
  { from: Day, until: Day, slots: Type.Array(Slot, { maxItems: 6 }), because: Text(100) },
  closed,
)
export type Exception = Static<typeof Exception>

/** When something is open: every week, with exceptions. By the district's time. */
export const Hours = Type.Object(
  { weekly: Type.Array(WeeklySlot, { maxItems: 20 }), exceptions: Type.Array(Exception, { maxItems: 60 }) },
  closed,
)
export type Hours = Static<typeof Hours>
