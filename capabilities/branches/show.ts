import type { Context } from '#kernel/flow/command.ts'
import type { Declaration } from './contract/declaration.ts'
import type { SeenDeclaration } from './contract/seen.ts'

/** What decisions need to know: whether the estate that was named is covered by a branch, and where it lies. */
export interface DeclarationFacts {
  covered?: { estate: string; estateName: string; community: string; street: string }
}

/** What is shown of a declaration: all of it to its own member, and to nobody else more than that there is one. */
export function show(item: Declaration, { actor }: Context<Declaration, DeclarationFacts>): SeenDeclaration {
  const { id, version, state, estateName, kind, estate, declaredAt } = item
  const shown = { id, version, state, estateName }
  if (actor.id !== item.declarer || item.state !== 'declared') return shown
  const claims = item.claims.map(({ reminded: _, ...claim }) => claim)
  const { shownName } = item
  return { ...shown, mine: { kind, estate, declaredAt, ...(shownName !== undefined && { shownName }), claims } }
}
