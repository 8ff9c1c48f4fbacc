import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { Words } from '../words.ts'

/** What an event makes leave, as the outbox keeps it. Fields are only ever added: rows of before have fewer. */
const Leaving = Type.Object({
  at: Type.String(),
  flow: Type.Optional(Type.String()),
  notices: Type.Array(
    Type.Object({
      to: Type.Union([Type.Object({ role: Type.String(), unit: Type.String() }), Type.Object({ party: Type.String() })]),
      words: Words,
    }),
  ),
  /** What happened, as others are told: `cases.accept`. */
  event: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  /** Whether nobody outside may hear of it. Where that is not said, nobody does. */
  hidden: Type.Optional(Type.Boolean()),
})
export type Leaving = Static<typeof Leaving>
const leaving = Compile(Leaving)

/** A row of the outbox. */
export interface Waiting {
  id: string
  item: string
  sequence: number
  body: unknown
}

/** Reads what is to leave. Throws, saying what is wrong, where it is not as we write it. */
export function leavingOf({ body, item, sequence }: Waiting): Leaving {
  if (leaving.Check(body)) return body
  const [flaw] = leaving.Errors(body)
  throw new Error(`what is to leave after event ${sequence} of ${item} cannot be read: ${flaw?.instancePath} ${flaw?.message}`)
}
