import { useSay, w } from './language.ts'

interface Pages {
  /** What each page before this one began with, the first left out: how many pages one has turned. */
  pages: readonly string[]
  /** What the next page begins with, where there is one. */
  next: string | undefined
  turn: (pages: string[]) => void
  /** What comes further on in a list that goes back in time. */
  older?: boolean
}

/** Turning the pages of a list: back where there is a page before, on where there are more. */
export function Turn({ pages, next, turn, older = false }: Pages) {
  const say = useSay()
  return (
    <div className="line">
      {pages.length > 0 && (
        <button type="button" className="button" onClick={() => turn(pages.slice(0, -1))}>
          {say(w('上一页', 'Previous'))}
        </button>
      )}
      {next !== undefined && (
        <button type="button" className="button far" onClick={() => turn([...pages, next])}>
          {say(older ? w('更早的', 'Earlier') : w('下一页', 'Next page'))}
        </button>
      )}
    </div>
  )
}
