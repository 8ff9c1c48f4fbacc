import { Type } from 'typebox'
import type { Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import type { DistrictOf } from '#kernel/people/whoIs.ts'
import { Uuid } from '#kernel/uuid.ts'
import type { Cases } from '../capability.ts'

/** What the routes of cases stand in. */
export interface Room {
  house: House
  cases: Cases
  store: Store
  districtOf: DistrictOf
}

export const Id = Type.Object({ id: Uuid })

export const tags = ['cases']
