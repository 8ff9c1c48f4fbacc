import { type ComponentType, lazy } from 'react'
import { keep, kept } from './kept.ts'

/**
 * A page that is loaded when it is first shown. Where its file is gone, a newer version was put up since this tab was opened:
 * the tab is loaded anew, at most once a minute, so that a broken server does not make it turn in circles.
 */
export const lazyPage = <Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(() =>
    load().catch((error) => {
      if (!navigator.onLine || Date.now() - kept('reloadedAt', 0) < 60_000) throw error
      keep('reloadedAt', Date.now())
      location.reload()
      return new Promise<never>(() => {})
    }),
  )
