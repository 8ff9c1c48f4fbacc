import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

/** Shows a page's outermost element in the `#app` of its HTML file. */
export function mount(page: ReactNode): void {
  const place = document.getElementById('app')
  if (!place) throw new Error('the HTML file has no element with the id "app" to show the page in')
  createRoot(place, {
    onUncaughtError: (error) => {
      console.error(error)
      sayBroken(place)
    },
  }).render(<StrictMode>{page}</StrictMode>)
}

const broke =
  '这一页出错了。您填写的内容还保存在本机，重新打开就能接着写。 / This page broke. What you typed is kept on this device.'
const away =
  '现在没有网络，这一页还没来得及下载。您填写的内容还保存在本机，有网络时会自动打开。 / No network, and this page is not here yet. What you typed is kept on this device; it opens once there is a network.'

/**
 * A fault of our own takes the page down, or a part of it that is not here without a network: what is left says so, and how to go on.
 * React has let go of the place by then.
 */
function sayBroken(place: HTMLElement): void {
  const words = document.createElement('p')
  words.textContent = navigator.onLine ? broke : away
  if (!navigator.onLine) addEventListener('online', () => location.reload(), { once: true })
  const again = document.createElement('button')
  again.className = 'button main wide'
  again.textContent = '重新打开 / Open it again'
  again.onclick = () => location.reload()
  const told = document.createElement('div')
  told.className = 'stack'
  told.append(words, again)
  const box = document.createElement('main')
  box.className = 'page'
  box.append(told)
  setTimeout(() => place.replaceChildren(box))
}
