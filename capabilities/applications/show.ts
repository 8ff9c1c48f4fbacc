import type { Station } from '#capabilities/stations/contract/station.ts'
import type { Application, SeenApplication } from './contract/item.ts'

/** What decisions need to know: in which community the shop lies, and the stations that there are. */
export interface ApplicationFacts {
  community: { code: string; name: string; street?: string } | undefined
  stations: ReadonlyMap<string, Pick<Station, 'community'>>
}

/** What is shown of an application: not who applied, which those who see it know or need not know. */
export function show(item: Application): SeenApplication {
  const { applicant: _applicant, district: _district, street: _street, holder: _holder, warnedAt: _warned, ...rest } = item
  const { id, version, state, kind, name, address, longitude, latitude, host, phone, services, facilities, hours, about } = rest
  const { community, communityName, appliedAt } = rest
  return {
    ...{ id, version, state, kind, name, address, longitude, latitude, host, services, facilities, hours },
    ...{ community, communityName, appliedAt },
    ...(phone !== undefined && { phone }),
    ...(about !== undefined && { about }),
    ...('visitedOn' in rest && rest.visitedOn !== undefined && { visitedOn: rest.visitedOn }),
    ...('found' in rest && rest.found !== undefined && { found: rest.found }),
    ...('because' in rest && { because: rest.because }),
    ...('station' in rest && { station: rest.station }),
  }
}
