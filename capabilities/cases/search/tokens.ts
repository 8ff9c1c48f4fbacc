/** A part of what somebody looks for: it must stand in the text, or (`starts`) a word that begins with it. */
export interface Term {
  token: string
  starts: boolean
}

const runs = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)/gu
/** Nobody types a longer word, and an index need not hold one. */
const longest = 60
/** Shorter beginnings of words fit too much: "3" is building 3, not all that have a 3 in front. */
const shortestBeginning = 3

/** The runs of a text: of Han characters, and words of other letters and digits. What lies between is lost. */
function* runsOf(text: string): Generator<{ han: readonly string[] } | { word: string }> {
  for (const [, han, word] of text.normalize('NFKC').toLowerCase().matchAll(runs)) {
    if (han !== undefined) yield { han: [...han] }
    else if (word !== undefined) yield { word: [...word].slice(0, longest).join('') }
  }
}

const pairsOf = (han: readonly string[]): string[] => han.slice(1).map((sign, at) => `${han[at]}${sign}`)

/**
 * What a text is found by: each pair of neighbouring Han characters, each Han character alone, and other words whole. So
 * every part of a text is found, whatever a dictionary takes for a word.
 */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>()
  for (const run of runsOf(text))
    for (const token of 'word' in run ? [run.word] : [...pairsOf(run.han), ...run.han]) tokens.add(token)
  return tokens
}

/** What must stand in a text for a question to find it: all of it, each run as it was typed. Empty, if nothing can be looked for. */
export function termsOf(question: string): Term[] {
  const terms = new Map<string, Term>()
  for (const run of runsOf(question)) {
    const tokens = 'word' in run ? [run.word] : run.han.length > 1 ? pairsOf(run.han) : run.han
    const starts = 'word' in run && run.word.length >= shortestBeginning
    for (const token of tokens) terms.set(token, { token, starts })
  }
  return [...terms.values()]
}
