import { district } from '#demo/geography/names.ts'
import { loadDemo } from '#demo/load.ts'
import { demoPassword, meetingPlace, personas } from '#demo/personas.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { openHouse } from '../../openHouse.ts'
import { publish } from './bulletins.ts'
import { askedBack } from './question.ts'
import { makeRound } from './round.ts'
import { handOf, type Somebody, type World } from './world.ts'

/** The demo district with its year of cases, as `linli serve` shows it after its first rounds; with bulletins, and a question asked. */
export async function fullWorld(): Promise<World> {
  const house = await openHouse(async (database, keeping) => {
    await loadDemo({ database, ...keeping, now: systemClock(), cases: 1200 }, (line) => console.log(`  ${line}`))
    return district.code
  })
  await makeRound(house)
  const somebody = (account: string): Somebody => ({ account, password: demoPassword })
  const admin = somebody('admin')
  const world: World = {
    name: 'full',
    house,
    door: meetingPlace.estate,
    people: {
      ...Object.fromEntries(personas.map(({ account, role }) => [role, somebody(account)])),
      systemAdmin: { ...admin, role: 'systemAdmin' },
      securityAdmin: { ...admin, role: 'securityAdmin' },
      auditAdmin: { ...admin, role: 'auditAdmin' },
    },
  }
  const manager = await handOf(world, 'propertyManager')
  const worker = await handOf(world, 'gridWorker')
  if (!manager || !worker) throw new Error('the demo has no property manager or no grid worker')
  const places = [meetingPlace.estate]
  await publish(manager, { kind: 'lift', places, what: '2 号楼电梯年检，上午停运两小时。', call: '物业 0536-7250000' }, [20, 23])
  world.bulletin = await publish(manager, {
    ...{ kind: 'water', places, what: '供水管道检修，全小区停水，预计傍晚恢复。' },
    ...{ advice: '请提前储水；恢复后先放一会儿再用。', call: '物业 0536-7250000' },
  })
  world.question = await askedBack(world, worker, {
    words: '楼道的灯坏了，晚上很黑',
    question: '是几单元几层？方便的话拍一张照片。',
  })
  return world
}
