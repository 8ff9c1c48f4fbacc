import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './bootstrap.mjs'

/** What a test imports, by itself or through others, without what is only its types. Paths from the root of the tree. */
const imports = /^\s*(?:import|export) (?!type )(?:[^'";]*? from )?'([#.][^']+)'|\bimport\('([#.][^']+)'\)/gm

/** Whether a file imports another, through however many. `known` keeps what was found for the next question about the same one. */
export function reaches(file: string, goal: string, known = new Map<string, boolean>()): boolean {
  const found = known.get(file)
  if (found !== undefined) return found
  if (file === goal) return true
  // Whoever comes back to it in a circle asks no more.
  known.set(file, false)
  const all = importsOf(file).some((one) => reaches(one, goal, known))
  known.set(file, all)
  return all
}

function importsOf(file: string): string[] {
  const path = join(root, file)
  if (!existsSync(path) || !/\.m?ts$/.test(file)) return []
  return [...readFileSync(path, 'utf8').matchAll(imports)].map(([, whole, later]) => {
    const name = whole ?? later ?? ''
    return name.startsWith('#') ? name.slice(1) : join(dirname(file), name)
  })
}
