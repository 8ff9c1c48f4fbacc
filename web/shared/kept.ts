/** What this device keeps under a name, as JSON. Gives `otherwise` for what is missing, broken, or not allowed to be kept. */
export function kept<Value>(name: string, otherwise: Value): Value {
  try {
    const text = localStorage.getItem(`linli.${name}`)
    return text === null ? otherwise : JSON.parse(text)
  } catch {
    return otherwise
  }
}

/** Keeps a value on this device, or forgets it (`undefined`). Gives whether it worked: storage may be full or switched off. */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`linli.${name}`)
    else localStorage.setItem(`linli.${name}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The names that begin so, under which this device keeps something. */
export function keptNames(beginning: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`linli.${beginning}`))
      .map((name) => name.slice('linli.'.length))
  } catch {
    return []
  }
}
