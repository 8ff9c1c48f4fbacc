import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

/** Shows a page's outermost element in the `#app` of its HTML file. */
export function mount(page: ReactNode): void {
  const place = document.getElementById('app')
  if (!place) throw new Error('the HTML file has no element with the id "app" to show the page in')
  createRoot(place).render(<StrictMode>{page}</StrictMode>)
}
