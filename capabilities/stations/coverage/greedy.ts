import type { Candidate, Cluster } from './reach.ts'

/** A place that was chosen, and whom it adds to those before it. */
export interface Site {
  code: string
  /** Residents that have a station by this one and by none before it. */
  adds: number
  /** Their buildings, by their codes. */
  buildings: string[]
}

/**
 * Takes up to `k` candidates, each time the one that adds most residents (of several the first), and stops when none adds any. No choice
 * of `k` covers more than 1.59 times as many (Nemhauser, Wolsey and Fisher 1978).
 */
export function greedy(clusters: readonly Cluster[], candidates: readonly Candidate[], k: number): Site[] {
  const open = new Set(clusters)
  const reach = new Map<Candidate, Cluster[]>(candidates.map((candidate) => [candidate, []]))
  for (const cluster of clusters) for (const candidate of cluster.candidates) reach.get(candidate)?.push(cluster)
  const sites: Site[] = []
  while (sites.length < k) {
    let best: { candidate: Candidate; adds: number } | undefined
    for (const [candidate, within] of reach) {
      const adds = within.reduce((sum, cluster) => sum + (open.has(cluster) ? cluster.residents : 0), 0)
      if (adds > (best?.adds ?? 0)) best = { candidate, adds }
    }
    if (!best) break
    const added = (reach.get(best.candidate) ?? []).filter((cluster) => open.delete(cluster))
    const buildings = added.flatMap((cluster) => cluster.buildings.map(({ code }) => code))
    sites.push({ code: best.candidate.code, adds: best.adds, buildings })
  }
  return sites
}
