import assert from 'node:assert/strict'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { blankDatabase, testEmbedded } from '#testing/database.ts'
import { postgisAlone } from './postgis.ts'

testEmbedded('the embedded database brings PostGIS and nothing that we do not use, and measures on the ground', async () => {
  const database = await blankDatabase()
  const offered = await sql<{ name: string }>`select name from pg_available_extensions where name like '%postgis%'`.execute(
    database.kysely,
  )
  assert.deepEqual(
    offered.rows.map(({ name }) => name),
    ['postgis'],
  )
  await database.script(database.kysely, 'create extension postgis')
  const { rows } = await sql<{
    degree: number
    offered: number
  }>`select (select count(*)::integer from spatial_ref_sys) as offered,
    ST_Distance('POINT(0 0)'::geography, 'POINT(0 1)'::geography) as degree`.execute(database.kysely)
  // A degree of latitude at the equator, by the ellipsoid of 1984.
  assert.equal(Math.round(rows[0]?.degree ?? 0), 110_574)
  assert.ok((rows[0]?.offered ?? 0) > 8000)
  await database.close()
})

testEmbedded('where nothing can be kept, PostGIS is opened as its package brings it', async () => {
  const noFolder = new URL(`${import.meta.url}/`)
  const opened = await PGlite.create({ extensions: { postgis: postgisAlone(noFolder) } })
  const { rows } = await opened.query("select name from pg_available_extensions where name like 'postgis%' order by name")
  assert.deepEqual(rows.slice(0, 2), [{ name: 'postgis' }, { name: 'postgis_raster' }])
  await opened.close()
})
