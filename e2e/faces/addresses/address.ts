import type { Page } from 'playwright-core'
import type { Role } from '#kernel/people/roles.ts'
import { asked, handOf, type World } from '../worlds/world.ts'

/** A page of the web app, and who opens it. */
export interface Address {
  /** What its pictures are called by. */
  name: string
  /** As `web/Pages.tsx` or the console's rooms have it. */
  route: string
  /** Nobody signed in, where there is none. */
  role?: Role | undefined
  /** The route with its parts filled in; nothing in a world that has no such thing. */
  path?: (world: World) => string | undefined | Promise<string | undefined>
  /** What is opened on it: a form, a step, a fold. It may be missing in a world that has no rows. */
  opens?: (page: Page) => Promise<void>
}

/** The address of a case that a role sees, such as one in a state. */
export const caseSeenBy = (role: Role, query = ''): Omit<Address, 'name'> => ({
  route: '/case/:id',
  role,
  path: async (world) => {
    const hand = await handOf(world, role)
    const { rows } = hand ? await asked<{ rows: { id: string }[] }>(hand, `/api/cases?limit=1&${query}`) : { rows: [] }
    return rows[0] && `/case/${rows[0].id}`
  },
})

/** The address of the first of a list of things that a role sees, such as a meeting or an errand: below a page. */
export const firstSeenBy = (role: Role, page: string, list: string): Pick<Address, 'role' | 'path'> => ({
  role,
  path: async (world) => {
    const hand = await handOf(world, role)
    const { rows } = hand ? await asked<{ rows: { id: string }[] }>(hand, `/api/${list}`) : { rows: [] }
    return rows[0] && `${page}/${rows[0].id}`
  },
})
