import { readFileSync } from 'node:fs'
import type { Labelled } from '#capabilities/cases/catalogue/hitrate.ts'

/** The labelled messages of a file, one JSON object a line; nothing where there is no such file. */
export function readLabelled(file: URL): Labelled[] | undefined {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
      .map(({ title, body, label }: Record<string, unknown>) => ({ words: `${title}。${body}`, label: String(label) }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The file of labelled messages that development has beside the project; the project does without it. */
export const labelledFile = new URL('../../shared/data/messages/labelled.dev.jsonl', import.meta.url)

/** Even lines (the first is 0) to learn from, odd ones to test on. */
export const halves = (all: readonly Labelled[]): [learning: Labelled[], testing: Labelled[]] => [
  all.filter((_, line) => line % 2 === 0),
  all.filter((_, line) => line % 2 === 1),
]
