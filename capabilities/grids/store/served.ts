import type { Served } from '#kernel/register/edit.ts'
import type { GridGroup, Network, PartTimeGridWorker, Reinforcement } from '../contract/entries.ts'
import type { GridFacts } from '../facts.ts'
import { groupRegister } from '../registers/groups.ts'
import { networkRegister } from '../registers/networks.ts'
import { partTimeRegister } from '../registers/partTime.ts'
import { reinforcementRegister } from '../registers/reinforcements.ts'
import { factsOn } from './facts.ts'

/** The registers of the grids, with what their rules need to know. */
export const servedNetworks: Served<typeof Network, GridFacts> = { register: networkRegister, facts: factsOn }
export const servedGroups: Served<typeof GridGroup, GridFacts> = { register: groupRegister, facts: factsOn }
export const servedReinforcements: Served<typeof Reinforcement, GridFacts> = { register: reinforcementRegister, facts: factsOn }
export const servedPartTime: Served<typeof PartTimeGridWorker, GridFacts> = { register: partTimeRegister, facts: factsOn }
