/** Lets the pages open without a network: the browser keeps them from now on. In development there is nothing to keep. */
export function workOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  })
}
