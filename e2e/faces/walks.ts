import { throughDoors } from '../doors.ts'
import type { Part } from './figures.ts'
import { callersDesk } from './walks/callersDesk.ts'
import { department } from './walks/department.ts'
import { founding } from './walks/founding.ts'
import { gridWorker } from './walks/gridWorker.ts'
import { foundNew } from './walks/newDistrict.ts'
import { reports } from './walks/report.ts'
import { resident } from './walks/resident.ts'

/** What everybody comes for, walked by a hand whose taps and keys the browser counts. */
export const part: Part = async (tell) => {
  await throughDoors(async (doors) => {
    for (const walk of [reports, gridWorker, department, callersDesk, resident]) await walk(doors, tell)
  })
  await throughDoors((doors) => founding(doors, tell), foundNew)
}
