import { sql } from 'kysely'

/**
 * The grid, in degrees, on which shapes are laid over each other: a tenth of a millimetre. Always give it: without one, GEOS tries
 * first in plain floating point and falls back when that fails, and on the embedded database (PGlite 0.5.8, PostGIS 3.6.2)
 * such a failure ends the statement without rows *and without an error*.
 */
export const precision = sql`1e-9::float8`
