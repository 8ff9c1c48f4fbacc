const reference = /^(masked:)?(vault:[0-9a-f-]{36})$/

/** A reference that is to be shown half hidden, as `138****1234`. */
export const masked = (secret: string): string => `masked:${secret}`

/** The references to secrets in what is about to be shown. */
export function referencesIn(shown: unknown): string[] {
  if (typeof shown === 'string') return reference.exec(shown)?.slice(2) ?? []
  if (typeof shown !== 'object' || shown === null) return []
  return Object.values(shown).flatMap(referencesIn)
}

/** Those of them that are shown half hidden, and nowhere whole. */
export function halfShown(shown: unknown): string[] {
  const [half, whole] = [new Set<string>(), new Set<string>()]
  const gather = (part: unknown): void => {
    if (typeof part === 'string') {
      const [, mask, secret] = reference.exec(part) ?? []
      if (secret !== undefined) (mask ? half : whole).add(secret)
    } else if (typeof part === 'object' && part !== null) Object.values(part).forEach(gather)
  }
  gather(shown)
  return [...half.difference(whole)]
}

/** The same with the secrets in place of the references. What was erased, or may not be seen, is left empty. */
export function fillIn(shown: unknown, opened: ReadonlyMap<string, string>): unknown {
  if (typeof shown === 'string') {
    const [, half, secret] = reference.exec(shown) ?? []
    if (secret === undefined) return shown
    const text = opened.get(secret) ?? ''
    return half ? halfHidden(text) : text
  }
  if (Array.isArray(shown)) return shown.map((part) => fillIn(part, opened))
  if (typeof shown !== 'object' || shown === null) return shown
  return Object.fromEntries(Object.entries(shown).map(([name, part]) => [name, fillIn(part, opened)]))
}

/** A telephone as handlers see it before they give a reason: three digits, stars, four digits. Of others, the first sign. */
export const halfHidden = (text: string): string =>
  /^\d{7,}$/.test(text) ? `${text.slice(0, 3)}****${text.slice(-4)}` : text && `${[...text][0]}**`

/** The same for a list whose entries keep their shape: only strings change. */
export const filledIn = <Entry extends { said: readonly { field: string; text: string }[] }>(
  entries: readonly Entry[],
  opened: ReadonlyMap<string, string>,
): Entry[] =>
  entries.map((entry) => ({
    ...entry,
    said: entry.said.map(({ field, text }) => ({ field, text: secretIn(text) === undefined ? text : (opened.get(text) ?? '') })),
  }))

const secretIn = (text: string) => reference.exec(text)?.[2]
