import { useSay, type Words, w } from './language.ts'

interface Pages {
  /** What each page before this one began with, the first left out: how many pages one has turned. */
  pages: readonly string[]
  /** What the next page begins with, where there is one. */
  next: string | undefined
  turn: (pages: string[]) => void
  /** What comes further on in a list that goes back in time. */
  older?: boolean
}

/** So many pages back are remembered: they stand in addresses, of which proxies take a few thousand signs. Further back is the first. */
const mostBack = 40

/** Turning the pages of a list: back where there is a page before, to the first from further on, and on where there are more. */
export function Turn({ pages, next, turn, older = false }: Pages) {
  const say = useSay()
  const go = (to: readonly string[], words: Words, far = '') => (
    <button type="button" className={`button${far}`} onClick={() => turn([...to])}>
      {say(words)}
    </button>
  )
  return (
    <div className="line">
      {pages.length > 1 && go([], w('第一页', 'First page'))}
      {pages.length > 0 && go(pages.slice(0, -1), w('上一页', 'Previous'))}
      {pages.length > 0 && pages.length < mostBack && (
        <span className="soft">{say(w(`第 ${pages.length + 1} 页`, `Page ${pages.length + 1}`))}</span>
      )}
      {next !== undefined &&
        go([...pages, next].slice(-mostBack), older ? w('更早的', 'Earlier') : w('下一页', 'Next page'), ' far')}
    </div>
  )
}
