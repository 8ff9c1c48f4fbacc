import { randomUUID } from 'node:crypto'
import { foundDistrict } from '#bin/found.ts'
import type { Role } from '#kernel/people/roles.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { appoint } from '../../appoint.ts'
import { openHouse } from '../../openHouse.ts'
import { asked, handIn, type World } from './world.ts'

const [handed, password] = ['handed over once', 'my own long secret']

/**
 * A district on its first day: an administrator who has just set a password of their own, a resident who has just signed in, and
 * some of those who oversee, at posts where nothing waits yet.
 */
export async function emptyWorld(): Promise<World> {
  const code = `n${randomUUID().slice(0, 8)}`
  const day = dayOf(systemClock())
  const house = await openHouse(async (database) => {
    await foundDistrict(database, { code, name: '新区', day, password: handed })
    return code
  })
  const account = `admin.${code}`
  const hand = await handIn({ house })
  await asked(hand, '/api/session', { account, password: handed })
  await asked(hand, '/api/session/password', { old: handed, password })
  const overseers = ['dispatcher', 'supervisor', 'leader', 'securityAdmin', 'auditAdmin'] as const satisfies Role[]
  await appoint({ district: code, password }, Object.fromEntries(overseers.map((role) => [role, ['郭新', role]])))
  const people = overseers.map((role) => [role, { account: `${role}.${code}`, password }] as const)
  return {
    name: 'empty',
    house,
    door: 'nowhere',
    people: { ...Object.fromEntries(people), systemAdmin: { account, password }, resident: { phone: '13800005555' } },
  }
}
