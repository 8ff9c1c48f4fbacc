import type { Goals } from '#testing/goals.ts'
import type { Served } from '../server.ts'
import type { Loads } from './loads.ts'
import type { Nodes } from './nodes.ts'

/** A cluster with people at work in its districts. */
export interface Scene {
  goals: Goals
  nodes: Nodes
  loads: Loads
  districts: readonly string[]
  servers: readonly Served[]
}

/** Within how many seconds each district's people are answered whatever changes its place. */
export const soon = 10
