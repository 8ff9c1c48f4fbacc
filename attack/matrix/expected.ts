import { expected as applications } from './applications/expected.ts'
import { expected as branches } from './branches/expected.ts'
import { expected as bulletins } from './bulletins/expected.ts'
import { expected as cases } from './cases/expected.ts'
import { expected as committees } from './committees/expected.ts'
import { expected as errands } from './errands/expected.ts'
import { expected as grids } from './grids/expected.ts'
import { expected as house } from './house/expected.ts'
import { expected as people } from './people/expected.ts'
import { expected as places } from './places/expected.ts'
import { expected as portraits } from './portraits/expected.ts'
import type { Row } from './row.ts'
import { expected as specials } from './specials/expected.ts'
import { expected as stations } from './stations/expected.ts'
import { expected as visits } from './visits/expected.ts'

/** The tables of the capabilities: each operation stands in one of them. */
export const tables: readonly Readonly<Record<string, Row>>[] = [
  ...[house, people, places, cases, specials, bulletins, visits],
  ...[portraits, grids, branches, committees, errands, stations, applications],
]

/**
 * The authorization matrix: every operation of the interface, and who may. Written by hand from `kernel.md`, `loop.md` and the flows'
 * tables, capability by capability; a new route without a row fails the run. What is about whoever asks alone stands in `own`.
 */
export const expected: Readonly<Record<string, Row>> = Object.fromEntries(tables.flatMap((table) => Object.entries(table)))
