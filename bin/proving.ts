import { applicationFlow } from '#capabilities/applications/flow.ts'
import { declarationFlow } from '#capabilities/branches/flow.ts'
import { branchRegister } from '#capabilities/branches/register.ts'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { categoryRegister } from '#capabilities/cases/categoryRegister.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { meetingFlow } from '#capabilities/committees/meetings/flow.ts'
import { committeeRegister } from '#capabilities/committees/registers/committees.ts'
import { committeeKindRegister } from '#capabilities/committees/registers/kinds.ts'
import { taskFlow } from '#capabilities/committees/tasks/flow.ts'
import { errandFlow } from '#capabilities/errands/flow.ts'
import { errandItemRegister } from '#capabilities/errands/register.ts'
import { groupRegister } from '#capabilities/grids/registers/groups.ts'
import { networkRegister } from '#capabilities/grids/registers/networks.ts'
import { partTimeRegister } from '#capabilities/grids/registers/partTime.ts'
import { reinforcementRegister } from '#capabilities/grids/registers/reinforcements.ts'
import { portraitFlow } from '#capabilities/portraits/flow.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import { stationRegister } from '#capabilities/stations/register.ts'
import { visitFlow } from '#capabilities/visits/flow.ts'
import { provable } from '#kernel/flow/verify.ts'
import { followsFromEvents } from '#kernel/register/verify.ts'

/** All flows, whose items follow from the record. */
export const provenFlows = [
  ...[provable(caseFlow), provable(specialFlow), provable(bulletinFlow), provable(visitFlow), provable(applicationFlow)],
  ...[provable(declarationFlow), provable(meetingFlow), provable(taskFlow), provable(errandFlow)],
  provable(portraitFlow),
]

/** All registers, whose entries follow from the record. */
export const provenRegisters = [
  ...[followsFromEvents(categoryRegister), followsFromEvents(stationRegister), followsFromEvents(branchRegister)],
  ...[followsFromEvents(committeeKindRegister), followsFromEvents(committeeRegister), followsFromEvents(errandItemRegister)],
  ...[followsFromEvents(networkRegister), followsFromEvents(groupRegister)],
  ...[followsFromEvents(reinforcementRegister), followsFromEvents(partTimeRegister)],
]
