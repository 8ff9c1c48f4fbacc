import { AsyncLocalStorage } from 'node:async_hooks'
import type { Role } from './people/roles.ts'

/**
 * The request that is being answered: its id, and once that is known, of which district and role whoever asks is. It is what a log
 * may say of them, and nothing more. What runs by itself has a name in place of an id.
 */
export interface Asking {
  readonly request: string
  district?: string
  role?: Role
}

const here = new AsyncLocalStorage<Asking>()

/** What is being answered here, if anything is. */
export const asking = (): Asking | undefined => here.getStore()

/** Does work, and all that comes of it, in the name of a request. */
export const answering = <Result>(of: Asking, work: () => Result): Result => here.run(of, work)
