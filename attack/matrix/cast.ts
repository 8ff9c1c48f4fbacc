import { within } from '#kernel/database/within.ts'
import { writeAccounts } from '#kernel/people/accounts.ts'
import { hashPassword } from '#kernel/people/password.ts'
import { writePosts } from '#kernel/people/posts.ts'
import type { Role } from '#kernel/people/roles.ts'
import { writeUnits } from '#kernel/place/store/write.ts'
import { everybodysPassword } from '#testing/neighbourhood.ts'
import type { Hand, setStage } from '#testing/stage.ts'

export type Stage = Awaited<ReturnType<typeof setStage>>

/** Everybody who knocks at every door, by role and unit: where the case lies or is handled, and the same role elsewhere. */
export const cast = {
  steward: ['steward', 'g-plum-1'],
  'steward elsewhere': ['steward', 'd-market'],
  gridWorker: ['gridWorker', 'g-plum'],
  'gridWorker elsewhere': ['gridWorker', 'g-pine'],
  gridLeader: ['gridLeader', 'g-garden'],
  'gridLeader elsewhere': ['gridLeader', 'g-river'],
  communitySecretary: ['communitySecretary', 'garden'],
  'communitySecretary elsewhere': ['communitySecretary', 'river'],
  communityWorker: ['communityWorker', 'garden'],
  'communityWorker elsewhere': ['communityWorker', 'river'],
  streetDesk: ['streetDesk', 'north'],
  'streetDesk elsewhere': ['streetDesk', 'south'],
  dutyOfficer: ['dutyOfficer', 'north'],
  'dutyOfficer elsewhere': ['dutyOfficer', 'south'],
  clerk: ['clerk', 'urban'],
  'clerk assisting': ['clerk', 'power'],
  'clerk elsewhere': ['clerk', 'housing'],
  unitLeader: ['unitLeader', 'urban'],
  'unitLeader elsewhere': ['unitLeader', 'housing'],
  'propertyManager assisting': ['propertyManager', 'property-1'],
  'propertyManager elsewhere': ['propertyManager', 'property-2'],
  dispatcher: ['dispatcher', ''],
  caller: ['caller', ''],
  supervisor: ['supervisor', ''],
  leader: ['leader', ''],
  systemAdmin: ['systemAdmin', ''],
  securityAdmin: ['securityAdmin', ''],
  auditAdmin: ['auditAdmin', ''],
  nobody: ['nobody', ''],
} as const satisfies Record<string, readonly [Role, string]>

/** Beside the staff: who reported the case, another resident, who holds the query code of another case, and a passer-by. */
export const residents = ['reporter', 'neighbour', 'code holder', 'stranger'] as const
export type Person = keyof typeof cast | (typeof residents)[number]
export const staffNames = Object.keys(cast) as (keyof typeof cast)[]
export const people: readonly Person[] = [...staffNames, ...residents]

/** The name of an account of the cast, but for its beginning. */
export const accountOf = (name: string) => name.replaceAll(' ', '-')

/** Employs the cast in the neighbourhood of a stage, and signs everybody in. */
export async function employ(stage: Stage, reporterPhone: string, neighbourPhone: string): Promise<Map<Person, Hand>> {
  const { database, district } = stage
  const password = await hashPassword(everybodysPassword)
  await within(database, { as: 'owner', district }, async (connection) => {
    await writeUnits(connection, district, [
      { code: 'south', kind: 'street', form: 'street', name: '城南街道', parent: district, street: 'south' },
      { code: 'property-2', kind: 'propertyCompany', name: '千家物业', parent: district },
    ])
    await writeAccounts(
      connection,
      district,
      staffNames.map((name) => ({
        id: `cast-${accountOf(name)}`,
        kind: 'staff',
        signInName: `cast-${accountOf(name)}.${district}`,
        displayName: name,
        password,
      })),
    )
    await writePosts(
      connection,
      district,
      staffNames.map((name) => {
        const [role, unit] = cast[name]
        return {
          id: `p-cast-${accountOf(name)}`,
          account: `cast-${accountOf(name)}`,
          role,
          unit: unit || district,
          starts: '2020-01-01',
        }
      }),
    )
  })
  const hands = new Map<Person, Hand>()
  for (const name of staffNames)
    hands.set(
      name,
      stage.hand(
        await stage.cookieOf('/api/session', { account: `cast-${accountOf(name)}.${district}`, password: everybodysPassword }),
      ),
    )
  hands.set('reporter', await stage.resident(reporterPhone))
  hands.set('neighbour', await stage.resident(neighbourPhone))
  return hands.set('stranger', stage.nobody())
}
