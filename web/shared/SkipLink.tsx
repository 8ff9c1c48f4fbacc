import { useSay, w } from './language.ts'

/** Where a page's own content begins, past what is around all pages: the one place of that id. */
export const content = { id: 'content', tabIndex: -1 } as const

/** The first stop of whoever goes by keys: past the bar and the menu. Seen only while the cursor is on it. */
export function SkipLink() {
  const say = useSay()
  return (
    <a
      className="skip"
      href={`#${content.id}`}
      onClick={(event) => {
        // The address stays as it is: it says what is on the page.
        event.preventDefault()
        document.getElementById(content.id)?.focus()
      }}
    >
      {say(w('跳到正文', 'Skip to content'))}
    </a>
  )
}
