import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'
import { keysOf } from '#kernel/words.ts'
import { carriers, doers, employers, forces, rhythms, seasons } from './kinds.ts'

const closed = { additionalProperties: false }
const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' })
const Unit = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
const Grid = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$', description: 'the code of a grid' })

/** What a network wants done in each grid that carries it: what, by whom, how often, and in which season. */
export const ServiceItem = Type.Object(
  {
    what: Text(120),
    by: Type.Enum(keysOf(doers)),
    rhythm: Type.Enum(keysOf(rhythms)),
    season: Type.Optional(Type.Enum(keysOf(seasons))),
  },
  closed,
)

/** One of the networks that meet in a grid (多网融合): whose it is, which grids carry it, and what is to be done there. */
export const Network = Type.Object(
  {
    code: Code,
    name: Type.Object({ zh: Text(20), en: Type.String({ maxLength: 60 }) }, closed),
    department: Type.Optional(Unit),
    carriedBy: Type.Array(Type.Enum(keysOf(carriers)), { minItems: 1, maxItems: 4, uniqueItems: true }),
    items: Type.Array(ServiceItem, { maxItems: 40 }),
  },
  closed,
)
export type Network = Static<typeof Network>

/** The chat group of a grid. Of who is in it nothing is kept but how many. */
export const GridGroup = Type.Object(
  {
    grid: Grid,
    name: Text(60),
    keeper: Text(30),
    size: Type.Integer({ minimum: 0, maximum: 500 }),
    countedOn: Day,
    invitation: Type.Optional(
      Type.String({ minLength: 8, maxLength: 300, pattern: '^https?://[^\\s]+$', description: 'what its QR code says' }),
    ),
    invitationUntil: Type.Optional(Day),
  },
  closed,
)
export type GridGroup = Static<typeof GridGroup>

/** Somebody from outside who reinforces a grid, and all that lie in it: no number of theirs is kept, only what they are called and whom they come from. */
export const Reinforcement = Type.Object(
  {
    code: Code,
    force: Type.Enum(keysOf(forces)),
    called: Text(20),
    organisation: Text(60),
    grid: Grid,
    skills: Type.Optional(Text(100)),
    hours: Type.Optional(Text(60)),
    since: Day,
  },
  closed,
)
export type Reinforcement = Static<typeof Reinforcement>

/** A part-time grid worker of a property company or an owners' committee. */
export const PartTimeGridWorker = Type.Object(
  {
    code: Code,
    called: Text(20),
    employer: Type.Enum(keysOf(employers)),
    organisation: Text(60),
    company: Type.Optional(Unit),
    grid: Grid,
    since: Day,
  },
  closed,
)
export type PartTimeGridWorker = Static<typeof PartTimeGridWorker>
