import type { Static, TSchema } from 'typebox'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { edit, type Served } from '#kernel/register/edit.ts'

/** Keeps entries of a register in a district that has none yet, as an import of a sheet would. Gives how many; an error where one is wrong. */
export async function keepAll<Schema extends TSchema, Facts>(
  house: House,
  district: string,
  served: Served<Schema, Facts>,
  entries: readonly Static<Schema>[],
): Promise<number> {
  const { name, key } = served.register
  const done = await edit(house, served, {
    ...{ actor: systemOf(district), act: 'import', key: `the ${name} of the demo`, sent: entries.length },
    wanted: () => entries.map((entry) => ({ key: key(entry), entry, ends: null, basedOn: 0 })),
  })
  if (isRefusal(done)) throw new Error(done.because.en)
  const [wrong] = done.wrong
  if (wrong) throw new Error(`${name} ${wrong.index} ${wrong.field}: ${wrong.because.en}`)
  return done.entries.length
}
