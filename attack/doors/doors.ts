import { besideKnocks } from './beside.ts'
import { chainKnocks } from './chain.ts'
import { onDisk } from './disk.ts'
import type { Knock } from './knock.ts'
import { logged } from './logged.ts'
import { type Tried, tried } from './table.ts'
import { timed } from './timing.ts'
import { toldKnocks } from './told.ts'

const knocks: Readonly<Record<Tried, Knock>> = {
  ...toldKnocks,
  ...besideKnocks,
  ...chainKnocks,
  log: logged,
  timing: timed,
  disk: onDisk,
}

/** Every door that is tried here, with how. */
export const doors = (Object.keys(tried) as Tried[]).map((key) => ({ key, name: tried[key].name, knock: knocks[key] }))
