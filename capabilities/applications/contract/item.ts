import { type Static, Type } from 'typebox'
import { Station } from '#capabilities/stations/contract/station.ts'
import { Day, Instant } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Personal, Secret } from '#kernel/vault/personal.ts'

const closed = { additionalProperties: false }
const { name, address, longitude, latitude, host, phone, services, facilities, hours, about } = Station.properties

/** What a shop says of itself that names nobody: it is what the station will be, but for what the community adds. */
const offered = {
  kind: Type.Enum(['convenience', 'warm', 'neighbour']),
  ...{ name, longitude, latitude, services, facilities, hours },
}
/** Whose it is, and how they are reached, lies in the vault; it stands in the clear in applications of before that was so. */
const told = {
  address: Type.Union([Secret, address]),
  host: Type.Object({ ...host.properties, name: Type.Union([Secret, host.properties.name]) }, closed),
  about: Type.Optional(Type.Union([Secret, about])),
  telephone: Type.Optional(Secret),
  /** Of before. A program of then reads no reference here. */
  phone,
}

const known = {
  ...offered,
  ...told,
  district: Type.String(),
  id: Uuid,
  version: Type.Integer({ minimum: 0 }),
  /** The account of whoever applied, and nothing else of them. */
  applicant: Type.String(),
  community: Type.String(),
  communityName: Type.String(),
  street: Type.Optional(Type.String()),
  holder: Post,
  appliedAt: Instant,
  /** Since when the street has known that nobody has answered. */
  warnedAt: Type.Optional(Instant),
}
const visit = { visitedOn: Day, found: Text(500) }

/** An application to become a station (申请成为驿站), state by state. */
export const Application = Type.Union([
  Type.Object({ ...known, state: Type.Literal('applied') }, closed),
  Type.Object({ ...known, ...visit, state: Type.Literal('visited') }, closed),
  Type.Object({ ...known, ...visit, state: Type.Literal('approved'), approvedAt: Instant }, closed),
  Type.Object(
    { ...known, ...visit, state: Type.Literal('published'), station: Station.properties.code, publishedAt: Instant },
    closed,
  ),
  Type.Object(
    {
      ...known,
      ...{ visitedOn: Type.Optional(Day), found: Type.Optional(Text(500)) },
      ...{ state: Type.Literal('declined'), because: Text(500), declinedAt: Instant },
    },
    closed,
  ),
  Type.Object(
    {
      ...known,
      visitedOn: Type.Optional(Day),
      found: Type.Optional(Text(500)),
      state: Type.Literal('withdrawn'),
      withdrawnAt: Instant,
    },
    closed,
  ),
])
export type Application = Static<typeof Application>

export const Apply = Type.Object(
  {
    ...offered,
    address: Personal(address),
    host: Type.Object({ ...host.properties, name: Personal(host.properties.name) }, closed),
    about: Type.Optional(Personal(about)),
    phone: Type.Optional(Personal(phone)),
  },
  closed,
)
export const Visit = Type.Object({ visitedOn: Day, found: Text(500) }, closed)
export const Publish = Type.Object({ station: Station.properties.code }, closed)
export const Decline = Type.Object({ because: Text(500) }, closed)
export const Nothing = Type.Object({}, closed)

const outline = {
  id: Uuid,
  version: Type.Integer(),
  state: Type.Enum(['applied', 'visited', 'approved', 'published', 'declined', 'withdrawn']),
  ...offered,
  community: Type.String(),
  communityName: Type.String(),
  appliedAt: Instant,
  visitedOn: Type.Optional(Day),
  found: Type.Optional(Type.String()),
  because: Type.Optional(Type.String()),
  station: Type.Optional(Type.String()),
}
/** An application as it is read: whose it is only by its applicant and the community, until it is forgotten. */
export const SeenApplication = Type.Object(
  {
    ...outline,
    address: Type.Optional(Type.String()),
    host: Type.Object({ ...host.properties, name: Type.Optional(Type.String()) }, closed),
    about: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String()),
  },
  closed,
)
export type SeenApplication = Static<typeof SeenApplication>

/** An application as a line of a list, with what whoever asks may do with it: a list opens nothing. */
export const ApplicationRow = Type.Object({ ...outline, may: Type.Array(Type.String()) }, closed)
export type ApplicationRow = Static<typeof ApplicationRow>
export const ApplicationPage = Type.Object({ rows: Type.Array(ApplicationRow), more: Type.Boolean() })
export type ApplicationPage = Static<typeof ApplicationPage>
