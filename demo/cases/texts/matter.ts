/** A season in which a matter comes up more often. */
export type Season = 'winter' | 'spring' | 'summer' | 'rain' | 'autumn' | 'school' | 'festival'

/** What people say about a kind of matter, and what is done about it. Slots in braces are filled in by `filled`. */
export interface Matter {
  category: string
  /** How often it comes, beside the others. */
  share: number
  season?: Season
  says: readonly string[]
  done: readonly string[]
}

/** Written as lines: what is said, a line with a dash, what is done. */
export function matter(category: string, share: number, written: string, season?: Season): Matter {
  const [says = '', done = ''] = written.split('—\n')
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return { category, share, says: lines(says), done: lines(done), ...(season && { season }) }
}
