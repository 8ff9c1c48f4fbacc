import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'
import { keysOf } from '#kernel/words.ts'
import { Hours } from '../hours/contract.ts'
import { facilities, hosts, kinds, services, works } from './kinds.ts'

const closed = { additionalProperties: false }
const Unit = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
export const StationCode = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' })

/** A station as it stands in the register: nothing in it is about a person. */
export const Station = Type.Object(
  {
    code: StationCode,
    kind: Type.Enum(keysOf(kinds)),
    name: Text(60),
    community: Unit,
    address: Text(100),
    longitude: Type.Number({ minimum: 72, maximum: 138, description: 'WGS 84' }),
    latitude: Type.Number({ minimum: 0.8, maximum: 56, description: 'WGS 84' }),
    host: Type.Object({ kind: Type.Enum(keysOf(hosts)), name: Text(60) }, closed),
    keeper: Unit,
    phone: Type.Optional(
      Type.String({ maxLength: 20, pattern: '^[0-9][0-9-]{2,18}[0-9]$', description: 'of the house, never of a person' }),
    ),
    services: Type.Array(Type.Enum(keysOf(services)), { maxItems: 15, uniqueItems: true }),
    facilities: Type.Array(Type.Enum(keysOf(facilities)), { maxItems: 10, uniqueItems: true }),
    hours: Hours,
    about: Type.Optional(Text(300)),
    openedOn: Day,
    works: Type.Optional(
      Type.Array(Type.Object({ kind: Type.Enum(keysOf(works)), on: Day, what: Text(120) }, closed), { maxItems: 20 }),
    ),
    verifiedOn: Type.Optional(Day),
  },
  closed,
)
export type Station = Static<typeof Station>
