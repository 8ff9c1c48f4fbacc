import type { ImportReport } from '#kernel/place/geojson/report.ts'

export type { ImportReport }

/** A file of places as it was chosen, read as far as a page needs: what is wrong with it says the server. */
export interface Chosen {
  name: string
  content: object
  features: { code: string; name: string; kind: string; level?: number }[]
}

/** The largest file that is taken, in bytes. */
export const largest = 40 * 1024 * 1024

/** Reads a file; gives nothing for what is no JSON at all. */
export async function read(file: File): Promise<Chosen | undefined> {
  try {
    const content: unknown = JSON.parse(await file.text())
    return isObject(content) ? { name: file.name, content, features: list(content).map(gist) } : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const list = (content: object): unknown[] => ('features' in content && Array.isArray(content.features) ? content.features : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function gist(feature: unknown): Chosen['features'][number] {
  const properties = isObject(feature) && 'properties' in feature && isObject(feature.properties) ? feature.properties : {}
  const { code, name, kind, level }: { code?: unknown; name?: unknown; kind?: unknown; level?: unknown } = properties
  return { code: text(code), name: text(name), kind: text(kind), ...(typeof level === 'number' && { level }) }
}
