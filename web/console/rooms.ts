import { administration } from './rooms/administration.ts'
import { branches } from './rooms/branches.ts'
import { bulletins } from './rooms/bulletins.ts'
import { cases } from './rooms/cases.ts'
import { committees } from './rooms/committees.ts'
import { district, start } from './rooms/district.ts'
import { figures } from './rooms/figures.ts'
import { grids } from './rooms/grids.ts'
import type { Room } from './rooms/room.ts'
import { specials } from './rooms/specials.ts'
import { stations } from './rooms/stations.ts'

/** The rooms of the console, in the order of its menu. A room that a role does not have is not in its menu; the server says no anyway. */
export const rooms: readonly Room[] = [
  start,
  ...cases,
  ...figures,
  ...specials,
  ...bulletins,
  ...administration,
  ...committees,
  ...stations,
  ...grids,
  ...branches,
  ...district,
]

export const roomsOf = (role: string | undefined): Room[] =>
  rooms.filter(({ roles }) => role !== undefined && roles.includes(role))
