import type { GridCard } from './contract/card.ts'
import type { GridGroup, Network, PartTimeGridWorker, Reinforcement } from './contract/entries.ts'
import type { Carrier } from './contract/kinds.ts'
import type { LivedIn } from './store/card.ts'

interface Known {
  grids: readonly LivedIn[]
  workers: readonly { unit: string; role: string; name: string }[]
  networks: readonly Network[]
  reinforcements: readonly Reinforcement[]
  partTime: readonly PartTimeGridWorker[]
  groups: readonly GridGroup[]
}

/** The cards of the grids that somebody lives in, as a resident reads them on a day; groups' codes only where they may be shown. */
export function cardsOf(
  { grids, workers, networks, reinforcements, partTime, groups }: Known,
  day: string,
  showsCodes: boolean,
): GridCard[] {
  return grids.map(({ code, name, level, kind, community }) => {
    const carrier = carrierOf({ level, kind })
    const heads = level === 1 && kind === 'base' ? [code, community] : [code]
    const group = groups.find(({ grid }) => grid === code)
    const invitation = showsCodes && group && (group.invitationUntil ?? day) >= day ? group.invitation : undefined
    return {
      ...{ code, name, level, dedicated: kind === 'dedicated' },
      workers: workers
        .filter(({ unit }) => heads.includes(unit))
        .map(({ role, name: of }) => ({ role, name: calledIn(role, of) })),
      reinforcements: reinforcements
        .filter(({ grid }) => grid === code)
        .map(({ called, force, skills, hours }) => ({
          called,
          force,
          ...(skills !== undefined && { skills }),
          ...(hours !== undefined && { hours }),
        })),
      partTime: partTime.filter(({ grid }) => grid === code).map(({ called, organisation }) => ({ called, organisation })),
      networks: networks
        .filter(({ carriedBy }) => carriedBy.includes(carrier))
        .map(({ name: of, items }) => ({ name: of, items: items.map(({ what }) => what) })),
      ...(group && { group: { name: group.name, ...(invitation !== undefined && { invitation }) } }),
    }
  })
}

/** As what a grid carries networks. */
export const carrierOf = ({ level, kind }: { level: number; kind: string }): Carrier =>
  kind === 'dedicated' ? 'dedicated' : level === 1 ? 'level1' : level === 2 ? 'level2' : 'level3'

/** What residents call whoever looks after them: those who are paid by their name, a steward, who is a neighbour, by the first sign of it. */
const calledIn = (role: string, name: string) => (role === 'steward' ? `${name.slice(0, 1)}楼长` : name)
