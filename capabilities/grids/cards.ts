import type { GridCard } from './contract/card.ts'
import type { GridGroup, Network, PartTimeGridWorker, Reinforcement } from './contract/entries.ts'
import { carrierOf } from './contract/kinds.ts'
import type { LivedIn } from './store/card.ts'

interface Worker {
  unit: string
  role: string
  account: string
  name: string
}
interface Known {
  grids: readonly LivedIn[]
  workers: readonly Worker[]
  /** The addresses of the photos that workers agreed to, by grid and account. */
  photos: ReadonlyMap<string, string>
  networks: readonly Network[]
  reinforcements: readonly Reinforcement[]
  partTime: readonly PartTimeGridWorker[]
  groups: readonly GridGroup[]
}

/** The cards of the grids that somebody lives in, as a resident reads them on a day; groups' codes only where they may be shown. */
export function cardsOf(
  { grids, workers, photos, networks, reinforcements, partTime, groups }: Known,
  day: string,
  showsCodes: boolean,
): GridCard[] {
  return grids.map((grid) => {
    const { code, name, level, kind } = grid
    const carrier = carrierOf(grid)
    const group = groups.find((one) => one.grid === code)
    const invitation = showsCodes && group && (group.invitationUntil ?? day) >= day ? group.invitation : undefined
    return {
      ...{ code, name, level, dedicated: kind === 'dedicated' },
      workers: workersOn(grid, workers).map(({ account, ...worker }) => {
        const photo = photos.get(`${code} ${account}`)
        return { ...worker, ...(photo !== undefined && { photo }) }
      }),
      reinforcements: reinforcements
        .filter((one) => one.grid === code)
        .map(({ called, force, skills, hours }) => ({
          called,
          force,
          ...(skills !== undefined && { skills }),
          ...(hours !== undefined && { hours }),
        })),
      partTime: partTime.filter((one) => one.grid === code).map(({ called, organisation }) => ({ called, organisation })),
      networks: networks
        .filter(({ carriedBy }) => carriedBy.includes(carrier))
        .map(({ name: of, items }) => ({ name: of, items: items.map(({ what }) => what) })),
      ...(group && { group: { name: group.name, ...(invitation !== undefined && { invitation }) } }),
    }
  })
}

/** Who looks after a grid, as residents read it: of a community's own grid also who heads the community. */
export function workersOn({ code, level, kind, community }: LivedIn, workers: readonly Worker[]) {
  const heads = level === 1 && kind === 'base' ? [code, community] : [code]
  return workers
    .filter(({ unit }) => heads.includes(unit))
    .map(({ role, account, name }) => ({
      ...{ role, account, name: calledIn(role, name) },
    }))
}

/** What residents call whoever looks after them: those who are paid by their name, a steward, who is a neighbour, by the first sign of it. */
const calledIn = (role: string, name: string) => (role === 'steward' ? `${name.slice(0, 1)}楼长` : name)
