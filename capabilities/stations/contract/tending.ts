import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Station } from './station.ts'

const closed = { additionalProperties: false }

/** A photo of a station, and what it shows: for whoever does not see it, too. */
export const StationPhoto = Type.Object({ id: Uuid, caption: Text(60) }, closed)
export type StationPhoto = Static<typeof StationPhoto>

/** So many photos a station has at most. */
export const mostPhotos = 8

const { code, kind, name, address, openedOn, verifiedOn } = Station.properties

/** A station whose facts nobody has confirmed for half a year. */
export const UnverifiedStation = Type.Object(
  { code, kind, name, address, openedOn, verifiedOn, communityName: Type.String(), since: Day },
  closed,
)
export type UnverifiedStation = Static<typeof UnverifiedStation>

/** `from`: how many were on the pages before. */
export const UnverifiedAsked = Type.Object({ from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }, closed)
export const UnverifiedPage = Type.Object({ rows: Type.Array(UnverifiedStation), more: Type.Boolean() }, closed)
export type UnverifiedPage = Static<typeof UnverifiedPage>
