import { useSyncExternalStore } from 'react'

/** How somebody wants to read: kept on this device, since most who read have no account. */
export interface Preferences {
  language: 'zh' | 'en'
  type: 'ordinary' | 'large'
  scheme: 'system' | 'light' | 'dark'
}

const place = 'linli.preferences'
const first: Preferences = { language: 'zh', type: 'ordinary', scheme: 'system' }
const listeners = new Set<() => void>()
let now: Preferences = { ...first, ...read() }

function read(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}')
  } catch {
    return {}
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)')
dark.addEventListener('change', () => prefer({}))

/** Light or dark, as it is shown now: as chosen, or as the system has it. */
export const shownScheme = ({ scheme }: Preferences): 'light' | 'dark' =>
  scheme === 'system' ? (dark.matches ? 'dark' : 'light') : scheme

/** Writes the preferences onto the document, where the style sheets read them. */
export function applyPreferences(): void {
  const { documentElement: root } = document
  root.lang = now.language === 'zh' ? 'zh-CN' : 'en'
  root.dataset.type = now.type
  root.dataset.scheme = shownScheme(now)
}

export function prefer(change: Partial<Preferences>): void {
  now = { ...now, ...change }
  try {
    localStorage.setItem(place, JSON.stringify(now))
  } catch {
    // A browser that keeps nothing still follows the choice until the page is closed.
  }
  applyPreferences()
  for (const tell of listeners) tell()
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now,
  )
}
