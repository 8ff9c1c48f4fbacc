/** Hears how far a long work is. */
export type Progress = (words: string) => void

/** Says how far a work is, every few seconds and no more. */
export function nowAndThen(say: (line: string) => void, seconds = 5): Progress {
  let last = performance.now()
  return (words) => {
    if (performance.now() - last < seconds * 1000) return
    last = performance.now()
    say(`  ${words}`)
  }
}
