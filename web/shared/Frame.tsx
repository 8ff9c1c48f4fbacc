import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { Leave } from './Leave.tsx'
import { useSay, type Words, w } from './language.ts'
import { Bell } from './notices/Bell.tsx'
import { Unsent } from './offline/Unsent.tsx'
import { prefer, shownScheme, usePreferences } from './preferences.ts'
import { content, SkipLink } from './SkipLink.tsx'

/** What is around every page: the way home, large type, language, light or dark, a door for complaints about us, and the way out. */
export function Frame({
  title,
  broad = false,
  hasMenu = false,
  more,
  children,
}: {
  title: Words
  broad?: boolean
  /** A menu stands before the content, which says itself where it begins. */
  hasMenu?: boolean
  more?: ReactNode
  children: ReactNode
}) {
  const say = useSay()
  const name = say(title)
  useEffect(() => {
    document.title = `${name} · ${say(w('邻里', 'Linli'))}`
  }, [name, say])
  return (
    <>
      <SkipLink />
      <header className="bar">
        <Link className="brand" href="/">
          {say(w('邻里', 'Linli'))}
        </Link>
        {more}
        <Bell />
        <Switches />
      </header>
      <Unsent />
      <main className={broad ? 'page broad' : 'page'} {...(!hasMenu && content)}>
        {children}
      </main>
      <footer className="foot">
        <Link href="/report?kind=suggestion">{say(w('投诉与建议', 'Complaints and suggestions'))}</Link>
        <Link href="/my">{say(w('我的报单', 'My reports'))}</Link>
        <Link href="/help">{say(w('怎么用', 'How to use it'))}</Link>
        <Link href="/work">{say(w('工作人员', 'Staff'))}</Link>
        <Leave />
      </footer>
    </>
  )
}

function Switches() {
  const preferences = usePreferences()
  const { language, type } = preferences
  const say = useSay()
  const isDark = shownScheme(preferences) === 'dark'
  const large = type === 'large'
  return (
    <>
      <button
        type="button"
        className="button"
        aria-pressed={large}
        onClick={() => prefer({ type: large ? 'ordinary' : 'large' })}
      >
        {say(large ? w('标准字', 'Aa−') : w('大字', 'Aa+'))}
      </button>
      <button
        type="button"
        className="button"
        lang={language === 'zh' ? 'en' : 'zh'}
        onClick={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {language === 'zh' ? 'EN' : '中文'}
      </button>
      <button
        type="button"
        className="button"
        aria-label={say(isDark ? w('换成浅色', 'Light') : w('换成深色', 'Dark'))}
        onClick={() => prefer({ scheme: isDark ? 'light' : 'dark' })}
      >
        <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path
            d={
              isDark
                ? 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1h2v3h-2zM11 20h2v3h-2zM1 11h3v2H1zM20 11h3v2h-3zM4 5l1-1 2 2-1 1zM17 18l1-1 2 2-1 1zM4 19l2-2 1 1-2 2zM17 6l2-2 1 1-2 2z'
                : 'M20 15a8.5 8.5 0 0 1-11-11 8.5 8.5 0 1 0 11 11z'
            }
          />
        </svg>
      </button>
    </>
  )
}
