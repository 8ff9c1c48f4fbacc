import { caseMetrics } from '#capabilities/cases/metrics.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { sumMonths } from '#kernel/metric/sums.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { keepUnsettled } from '#kernel/metric/unsettled.ts'
import { writeAliases } from '#kernel/place/store/write.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { lampReport } from '#testing/stage.ts'
import { bodyOf } from '../matrix/kit.ts'
import { furnishedDistrict } from '../world.ts'

/**
 * A district with a row in every table: beside what can be knocked at, what administrators set, what is known of cases beside them, and
 * what time makes of it all (notices, seals, figures).
 */
export async function filledDistrict(own?: Database) {
  const furnished = await furnishedDistrict({}, own)
  const { database, district, clock, hands, nobody } = furnished
  const as = (person: Parameters<typeof hands.get>[0]) => hands.get(person) ?? nobody()
  const report = async (by: Parameters<typeof as>[0], more: object) =>
    bodyOf(await as(by).send('report', '', lampReport(more))).id

  // Who had a case in hand, before it turned out to be protected, or about them.
  const dispute = { category: 'neighbours.dispute', place: { code: 'plum-3' } }
  for (const found of [{ category: 'care.minors' }, { concerns: ['property'] }]) {
    const id = await report('stranger', dispute)
    bodyOf(await as('dispatcher').send('dispatch', id, { lead: 'power', assisting: [{ unit: 'property-1', task: '开门' }] }))
    bodyOf(await as('dispatcher').send('correct', id, { ...found, words: '核实后更正' }))
  }
  const settings: [Parameters<typeof as>[0], string, object][] = [
    ['securityAdmin', '/api/second-factor', { roles: ['leader'] }],
    ['securityAdmin', '/api/idle-ends', { ends: [{ role: 'leader', minutes: 240 }] }],
    ['streetDesk', '/api/duties', roster],
  ]
  for (const [by, address, input] of settings) bodyOf(await as(by).put(address, input))
  bodyOf(await as('systemAdmin').post('/api/grids/redrawings', { grid: 'g-pine', to: 'g-plum', on: '2026-03-04', words: '合并' }))
  await within(database, { as: 'owner', district }, (connection) =>
    writeAliases(connection, district, [{ alias: 'plum-gate', kind: 'qr', targetKind: 'unit', target: 'plum' }]),
  )

  const measures = talliedMeasures(caseMetrics)
  const now = clock.now()
  await deliver(database, district, now)
  await sealDistrict(database, district, now)
  await tallyDays(database, district, measures, now)
  await sumMonths(database, district, measures, now)
  await keepUnsettled(database, district, measures, now)
  // And what waits for its next turn: to be sealed, delivered, tallied.
  const withdrawn = await report('reporter', dispute)
  bodyOf(await as('reporter').send('withdraw', withdrawn))
  return furnished
}

const [from, to] = ['2026-03-03T18:00:00+08:00', '2026-03-04T08:00:00+08:00']
const roster = { unit: 'north', from, to, slots: [{ account: 'wangMin', from, to }] }
