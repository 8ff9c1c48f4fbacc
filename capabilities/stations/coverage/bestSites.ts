import { isRefusal, type Refusal } from '#kernel/flow/refusal.ts'
import type { Point } from '#kernel/place/coordinates.ts'
import type { Model } from '#kernel/solver/model.ts'
import { solve } from '#kernel/solver/solve.ts'
import type { Building } from './coverage.ts'
import { greedy, type Site } from './greedy.ts'
import { type Candidate, type Cluster, reachOf } from './reach.ts'

export interface Siting {
  /** The places in the order of what each adds; fewer than were asked for where no other adds anybody. */
  sites: Site[]
  /** Residents without a station within the walk now, how many of them these places cover, and how many any choice of as many could. */
  uncovered: number
  covered: number
  atMost: number
  /** Whether no choice of as many places covers more. */
  proven: boolean
}

/**
 * The up to `k` candidates that cover most of the residents who have no station within so many minutes' walk (maximum coverage; Church and
 * ReVelle 1974). Without a candidate that reaches anybody, or where everybody has a station, it is the empty choice, and that is proven. When
 * the time runs out it is the best that was found, not proven. Refused is what the solver refuses (`solve`). Candidates' codes differ.
 */
export async function bestSites(
  question: {
    buildings: readonly Building[]
    stations: readonly { point: Point }[]
    candidates: readonly Candidate[]
    minutes: number
    k: number
  },
  limits: { seconds?: number } = {},
): Promise<Siting | Refusal> {
  const { candidates, k } = question
  const { uncovered, clusters } = reachOf(question)
  const reachable = clusters.reduce((sum, { residents }) => sum + residents, 0)
  const first = greedy(clusters, candidates, k)
  // All that can be reached, or one place alone: nothing is left to search.
  if (k <= 1 || coveredBy(first) === reachable)
    return { sites: first, uncovered, covered: coveredBy(first), atMost: coveredBy(first), proven: true }
  const found = await solve(modelOf(clusters, candidates, first, k), limits)
  if (isRefusal(found)) return found
  if (!('values' in found)) throw new Error(`choosing places is always possible, and the solver says ${found.state}`)
  const chosen = candidates.filter(({ code }) => found.values.get(siteName(code)) === 1)
  const sites = greedy(clusters, chosen, k)
  const covered = coveredBy(sites)
  // Residents are whole people: a bound between two numbers is the lower one.
  const atMost = found.state === 'optimal' ? covered : Math.min(reachable, Math.floor(found.bound + 1e-6))
  return { sites, uncovered, covered, atMost, proven: covered >= atMost }
}

const coveredBy = (sites: readonly Site[]) => sites.reduce((sum, { adds }) => sum + adds, 0)
const siteName = (code: string) => `site ${code}`

/** Yes or no for each candidate; how much of each cluster is covered, which is no more than the number of its places that are chosen. */
function modelOf(clusters: readonly Cluster[], candidates: readonly Candidate[], first: readonly Site[], k: number): Model {
  const named = clusters
    .filter(({ residents }) => residents > 0)
    .map((cluster, index) => ({ ...cluster, name: `cluster ${index}` }))
  const taken = new Set(first.map(({ code }) => code))
  return {
    goal: 'maximise',
    objective: named.map(({ residents, name }) => [residents, name] as const),
    variables: [
      ...named.map(({ name }) => ({ name, kind: 'continuous', most: 1 }) as const),
      ...candidates.map(({ code }) => ({ name: siteName(code), kind: 'binary' }) as const),
    ],
    constraints: [
      { terms: candidates.map(({ code }) => [1, siteName(code)] as const), is: 'atMost', bound: k },
      ...named.map(
        ({ name, candidates }) =>
          ({
            terms: [[1, name], ...candidates.map(({ code }) => [-1, siteName(code)] as const)],
            is: 'atMost',
            bound: 0,
          }) as const,
      ),
    ],
    start: new Map([
      ...[...taken].map((code) => [siteName(code), 1] as const),
      ...named.map(({ name, candidates }) => [name, candidates.some(({ code }) => taken.has(code)) ? 1 : 0] as const),
    ]),
  }
}
