import { useSay, w } from './language.ts'

/** Turning the pages of a list: back where there is a page before, on where there are more. */
export function Turn({ back, on }: { back: (() => void) | undefined; on: (() => void) | undefined }) {
  const say = useSay()
  return (
    <div className="line">
      {back && (
        <button type="button" className="button" onClick={back}>
          {say(w('上一页', 'Previous'))}
        </button>
      )}
      {on && (
        <button type="button" className="button far" onClick={on}>
          {say(w('下一页', 'Next page'))}
        </button>
      )}
    </div>
  )
}
