/**
 * What past cases were: how many of each class, and in how many of them a word or pair of signs stood. Plain counts, so that it
 * can be kept as JSON and read by anybody who wonders why.
 */
export interface Past {
  /** By name. A class is one category, or several of which past cases are only known to be one (an old, coarser register). */
  classes: Record<string, { categories: string[]; cases: number; features: Record<string, number> }>
}

/** A past case: its category, or the ones of which it had one; and its words. */
export interface Pair {
  category: string | readonly string[]
  words: string
}

/** A feature that stands in fewer past cases than this is not kept: it may be somebody's name, and tells little. */
const fewest = 3

/** Counts past cases. The same pairs always give the same counts. */
export function learn(pairs: readonly Pair[]): Past {
  const everywhere = new Map<string, number>()
  const read = pairs.map(({ category, words }) => {
    const features = featuresOf(words)
    for (const feature of features) everywhere.set(feature, (everywhere.get(feature) ?? 0) + 1)
    return { categories: typeof category === 'string' ? [category] : [...category].sort(), features }
  })
  const classes: Past['classes'] = {}
  for (const { categories, features } of read) {
    const name = categories.join('|')
    const one = classes[name] ?? { categories, cases: 0, features: {} }
    classes[name] = one
    one.cases += 1
    for (const feature of features)
      if ((everywhere.get(feature) ?? 0) >= fewest) one.features[feature] = (one.features[feature] ?? 0) + 1
  }
  return { classes }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words and pairs of signs in a text, Chinese only: letters and digits are numbers, names and codes. */
export function featuresOf(text: string): Set<string> {
  const features = new Set<string>()
  for (const { segment, isWordLike } of segmenter.segment(text.slice(0, 2000)))
    if (isWordLike && segment.length > 1 && /^\p{Script=Han}+$/u.test(segment)) features.add(segment)
  for (const run of text.slice(0, 2000).match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let at = 0; at < run.length - 1; at += 1) features.add(run.slice(at, at + 2))
  return features
}

/** How much one case counts for a feature that a class has not shown yet. */
const smoothing = 0.3
/** Words of one text depend on each other; taken as independent, as here, they would make it far too sure. */
const independence = 0.12

export interface Resemblance {
  categories: readonly string[]
  cases: number
  probability: number
}

/** Counts made ready: per class the logarithm of its share, and of each feature's share in it. */
interface Prepared {
  known: ReadonlySet<string>
  classes: readonly { one: Past['classes'][string]; prior: number; unseen: number; seen: ReadonlyMap<string, number> }[]
}
const prepared = new WeakMap<Past, Prepared>()

function prepare(past: Past): Prepared {
  const before = prepared.get(past)
  if (before) return before
  const all = Object.values(past.classes)
  const known = new Set(all.flatMap(({ features }) => Object.keys(features)))
  const total = all.reduce((sum, { cases }) => sum + cases, 0)
  const classes = all.map((one) => {
    const counts = Object.entries(one.features)
    const size = counts.reduce((sum, [, count]) => sum + count, 0) + smoothing * known.size
    const log = (count: number) => Math.log((count + smoothing) / size)
    const seen = new Map(counts.map(([feature, count]) => [feature, log(count)]))
    return { one, prior: Math.log(one.cases / total), unseen: log(0), seen }
  })
  const made = { known, classes }
  prepared.set(past, made)
  return made
}

/** How likely a text belongs to each class of past cases, by its features: naive Bayes, made less sure. */
export function resemblances(past: Past, given: Iterable<string>): Resemblance[] {
  const { known, classes } = prepare(past)
  const features = [...given].filter((feature) => known.has(feature))
  const scores = classes.map(
    ({ prior, unseen, seen }) => prior + independence * features.reduce((sum, feature) => sum + (seen.get(feature) ?? unseen), 0),
  )
  const probabilities = softmax(scores)
  return classes.map(({ one }, index) => ({
    categories: one.categories,
    cases: one.cases,
    probability: probabilities[index] ?? 0,
  }))
}

/** Scores (logarithms of odds) as probabilities that sum to one. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - highest))
  const sum = odds.reduce((total, each) => total + each, 0)
  return odds.map((each) => each / sum)
}
