import { buildWeb } from '../bin/tools/web.mjs'
import { type Goals, goals } from './goals.ts'

/** One part of a run, such as `kills` of chaos: takes what it measures to the goals. */
export type Part = (goals: Goals, how: { quick: boolean }) => Promise<void>

interface Run {
  title: string
  /** Each by its name, opened when it is its turn. */
  parts: Record<string, () => Promise<{ part: Part }>>
  /** The words of the command line: names of parts, all if there is none, and `--quick`. */
  given: readonly string[]
}

/** Runs the parts of a command that are asked for, says how long each took, and gives how many goals fall short, and how many of these by the clock alone. */
export async function runParts({ title, parts, given }: Run): Promise<ReturnType<Goals['end']>> {
  const quick = given.includes('--quick')
  const unknown = given.find((word) => word !== '--quick' && !Object.hasOwn(parts, word))
  if (unknown !== undefined) {
    console.error(`There is no part ${unknown}. There are ${Object.keys(parts).join(', ')}, and --quick.`)
    process.exit(2)
  }
  const named = Object.entries(parts).filter(([name]) => given.includes(name))
  // Servers are run as they are run elsewhere: with the pages.
  await buildWeb()
  const found = goals(quick ? `${title}, quick` : title)
  for (const [name, open] of named.length > 0 ? named : Object.entries(parts)) {
    const began = performance.now()
    await (await open()).part(found, { quick })
    console.log(`  ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  return found.end()
}
