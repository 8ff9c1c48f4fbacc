import { ask, type Reply } from '../ask.ts'
import type { CodedPlace, Located } from './places.ts'

/** What the server says of a point (WGS 84): in which community and grid it lies, by name. */
export interface Spot {
  how: Located['how']
  name: string
  community?: string
}

export type Given = { longitude: number; latitude: number; system: 'wgs84' }

/** Asks the server what lies at a point. */
export async function spotAt(point: Given): Promise<Reply<Spot>> {
  const query = new URLSearchParams(Object.entries(point).map(([name, value]) => [name, String(value)]))
  const reply = await ask<Located>(`/api/locate?${query}`)
  if (!reply.done) return reply
  const { how, community, grid1, grid2, grid3, dedicated } = reply.value
  const codes = [community, dedicated ?? grid3 ?? grid2 ?? grid1].filter((code) => code !== undefined)
  const found = await Promise.all(codes.map((code) => ask<CodedPlace>(`/api/places/${encodeURIComponent(code)}`)))
  const name = found.flatMap((one) => (one.done ? [one.value.label] : [])).join(' · ')
  return { done: true, value: { how, name, ...(community !== undefined && { community }) } }
}
