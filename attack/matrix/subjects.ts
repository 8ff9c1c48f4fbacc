import type { Hand } from '#testing/stage.ts'
import { subjects as applications } from './applications/subjects.ts'
import { subjects as branches } from './branches/subjects.ts'
import { subjects as bulletins } from './bulletins/subjects.ts'
import { subjects as cases } from './cases/subjects.ts'
import type { Person, Stage } from './cast.ts'
import { subjects as committees } from './committees/subjects.ts'
import { subjects as errands } from './errands/subjects.ts'
import { subjects as grids } from './grids/subjects.ts'
import { subjects as house } from './house/subjects.ts'
import { kitOf } from './kit.ts'
import { subjects as people } from './people/subjects.ts'
import { subjects as portraits } from './portraits/subjects.ts'
import { subjects as specials } from './specials/subjects.ts'
import { subjects as stations } from './stations/subjects.ts'
import { subjects as visits } from './visits/subjects.ts'

/** How each kind of subject is made, as its capability says. */
const makers = {
  ...{ ...house, ...people, ...cases, ...specials, ...bulletins, ...visits },
  ...{ ...portraits, ...grids, ...branches, ...committees, ...errands, ...stations, ...applications },
}
const all = [
  house,
  people,
  cases,
  specials,
  bulletins,
  visits,
  portraits,
  grids,
  branches,
  committees,
  errands,
  stations,
  applications,
]
if (all.flatMap((some) => Object.keys(some)).length > Object.keys(makers).length)
  throw new Error('two capabilities make subjects of one kind')

/** What may be knocked at: a case in some state, a special task, a bulletin, an account … */
export type SubjectKind = keyof typeof makers
export const subjectKinds = Object.keys(makers).filter((kind): kind is SubjectKind => kind in makers)

/** What stands in for the names in an operation's path and query: a subject that is made for it, or a text. */
export type At = Readonly<Record<string, SubjectKind | 'its photo' | { is: string }>>

/** Makes what is knocked at when it is first asked for, and keeps it until it is spent. */
export function subjectsOf(stage: Stage, handOf: (person: Person) => Promise<Hand>) {
  const kept = new Map<SubjectKind, string>()
  const kit = kitOf(stage, handOf, subject)

  async function subject(kind: SubjectKind): Promise<string> {
    const known = kept.get(kind)
    if (known !== undefined) return known
    const id = await makers[kind](kit)
    kept.set(kind, id)
    return id
  }

  /** What stands in for the names in an operation's path and query. */
  async function idsOf({ at = {} }: { at?: At }): Promise<Record<string, string>> {
    const ids: Record<string, string> = {}
    for (const [name, kind] of Object.entries(at)) {
      if (typeof kind === 'object') ids[name] = kind.is
      else ids[name] = kind === 'its photo' ? kit.photoOf(ids.id ?? '') : await subject(kind)
    }
    return ids
  }

  /** Makes others next time in place of what an operation was about, which it has changed. */
  function spend({ at = {} }: { at?: At }): void {
    for (const kind of Object.values(at)) if (typeof kind === 'string' && kind !== 'its photo') kept.delete(kind)
  }

  return { subject, idsOf, spend, kit }
}
