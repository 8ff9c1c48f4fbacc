import type { World } from './world.ts'

/** Tries a door of a world, and gives what it told. Quick: by fewer people, at fewer addresses. */
export type Knock = (world: World, how: { quick: boolean }) => Promise<string[]>
