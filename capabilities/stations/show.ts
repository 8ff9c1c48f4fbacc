import { type Static, Type } from 'typebox'
import { Instant } from '#kernel/moments.ts'
import type { Point } from '#kernel/place/coordinates.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Words } from '#kernel/words.ts'
import { Station } from './contract/station.ts'
import { StationPhoto } from './contract/tending.ts'
import { weekWords } from './contract/week.ts'
import { walkingMinutes } from './coverage/walk.ts'
import { Exception, type Hours } from './hours/contract.ts'
import { stateAt } from './hours/state.ts'

const { code, kind, name, community, address, longitude, latitude, host, phone, services, facilities, about } = Station.properties

/** A station as everybody reads it, with whether it is open. */
export const SeenStation = Type.Object(
  {
    ...{ code, kind, name, community, address, longitude, latitude, host, phone, services, facilities, about },
    communityName: Type.String(),
    open: Type.Boolean(),
    until: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'until when it is open' })),
    next: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'when it opens next, within a month' })),
    because: Type.Optional(Type.String({ description: 'why it is closed although it is usually open then' })),
    week: Type.Array(Words, { description: 'its usual hours, in words' }),
    exceptions: Type.Array(Exception, { description: 'those of the coming month' }),
    minutes: Type.Optional(Type.Integer({ description: 'on foot, from the point that was asked for' })),
    verifiedOn: Station.properties.verifiedOn,
    photos: Type.Optional(Type.Array(StationPhoto, { description: 'of one station, not in lists' })),
    mayTend: Type.Optional(
      Type.Boolean({ description: 'whether whoever asks confirms its facts and puts up its photos; missing for everybody else' }),
    ),
    unverified: Type.Optional(Type.Boolean({ description: 'for them: nobody has confirmed its facts for half a year' })),
  },
  { additionalProperties: false },
)
export type SeenStation = Static<typeof SeenStation>

/** A station as it is read at a moment, from some point if one is given. */
export function seen(station: Station, now: Temporal.Instant, communityName: string, from?: Point): SeenStation {
  const { keeper: _keeper, hours, openedOn: _opened, works: _works, ...rest } = station
  const state = stateAt(hours, now)
  return {
    ...rest,
    communityName,
    ...(state.open
      ? { open: true, until: state.until.toString() }
      : {
          open: false,
          ...(state.next && { next: state.next.toString() }),
          ...(state.because !== undefined && { because: state.because }),
        }),
    week: weekWords(hours),
    exceptions: coming(hours, now),
    ...(from && { minutes: Math.ceil(walkingMinutes(from, station)) }),
  }
}

/** The exceptions that run, or begin within a month. */
function coming({ exceptions }: Hours, now: Temporal.Instant): Exception[] {
  const [today, month] = [dayOf(now), dayOf(now.add({ hours: 24 * 31 }))]
  return exceptions
    .filter(({ from, until }) => until >= today && from <= month)
    .toSorted((one, other) => one.from.localeCompare(other.from))
}
