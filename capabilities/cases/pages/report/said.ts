import { type Trouble, troubles } from '#capabilities/stations/contract/troubles.ts'

/** What somebody says of a station: which trouble they tapped, and a few words more. */
export interface Said {
  trouble: Trouble | undefined
  more: string
}

const tapped = Object.entries(troubles).flatMap(([name, { zh }]) => (isTrouble(name) && name !== 'other' ? [{ name, zh }] : []))

/** The words of a report that says so: what was tapped, then what was written. */
export function wordsOf({ trouble, more }: Said): string {
  const begins = tapped.find(({ name }) => name === trouble)?.zh
  if (begins === undefined) return more
  return more === '' ? begins : `${begins}。${more}`
}

/** What such words came from, so that who comes back finds it as they left it. */
export function saidIn(words: string): Said {
  const found = tapped.find(({ zh }) => words === zh || words.startsWith(`${zh}。`))
  if (!found) return { trouble: words === '' ? undefined : 'other', more: words }
  return { trouble: found.name, more: words.slice(found.zh.length + 1) }
}

/** Whether it is one of the troubles that a station may have. */
export function isTrouble(name: string): name is Trouble {
  return Object.hasOwn(troubles, name)
}
