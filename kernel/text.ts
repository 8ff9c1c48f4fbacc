import { Type } from 'typebox'

// Signs that nobody sees: blanks, joiners, fillers, marks of direction.
const unseen =
  '\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u2060-\\u2064\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0'
// Control characters; halves of signs (patterns are read sign by sign, so that whole ones pass); overrides of direction, with which
// a text reads other than it is (Unicode TR 36, 3.5).
const forbidden = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff'

/** A text that someone types: at least one sign that can be seen, no control characters, at most so many. */
export const Text = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: `^(?=[\\s\\S]*[^${unseen}])[^${forbidden}]+$` })

/** A telephone as somebody says it: digits and dashes. */
export const Telephone = Type.String({ pattern: '^\\+?[0-9-]{7,20}$' })
