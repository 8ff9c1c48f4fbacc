import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { within } from '#kernel/database/within.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { importGrids } from '#kernel/place/geojson/grids.ts'
import { importUnits } from '#kernel/place/geojson/units.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { openGround } from '../ground.ts'

const imports = { grids: importGrids, units: importUnits }

/**
 * `linli import grids|units FILE [--system wgs84|gcj02] [--skip] [--district CODE]`: GeoJSON, all or nothing unless told to skip
 * what is refused. Reports by feature.
 */
export async function run(args: string[]): Promise<void> {
  const options = { system: { type: 'string' }, skip: { type: 'boolean' }, district: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [what, file] = positionals
  if ((what !== 'grids' && what !== 'units') || !file)
    throw new Error('say what to import and from where: linli import grids FILE')
  const system = values.system === 'gcj02' ? 'gcj02' : 'wgs84'
  const { database } = await openGround()
  const district = values.district ?? (await districtsOf(database))[0] ?? ''
  const collection: unknown = JSON.parse(await readFile(file, 'utf8'))
  const day = dayOf(systemClock())
  const report = await within(
    database,
    { as: 'owner', district },
    (connection) => imports[what](connection, district, collection, { system, skip: values.skip ?? false, day }),
    (result) => result.imported > 0,
  )
  for (const { index, code, problem } of report.refused)
    console.log(`  ${index === undefined ? '' : `feature ${index} `}${code ?? ''}: ${problem.zh} / ${problem.en}`)
  for (const { name, level, area, longitude, latitude } of report.gaps)
    console.log(`  ${name} ${level} 级网格有空隙 / gap at level ${level}: ${area} m² (${longitude}, ${latitude})`)
  console.log(
    `${report.imported} imported, ${report.refused.length} refused${report.imported === 0 && report.refused.length > 0 ? ': nothing was changed' : ''}`,
  )
  process.exitCode = report.refused.length > 0 && !values.skip ? 1 : 0
  await database.close()
}
