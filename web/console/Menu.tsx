import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useSay, w } from '../shared/language.ts'

/**
 * The menu of the desk. On a phone it is a strip that goes on beyond the edge: it fades there, and a button lays out all of it. It folds
 * once something is chosen in it, and once `here` changes.
 */
export function Menu({ here, children }: { here: string; children: ReactNode }) {
  const say = useSay()
  const list = useRef<HTMLElement>(null)
  const [openAt, setOpenAt] = useState<string>()
  const isOpen = openAt === here
  const { before, after } = useBeyond(list)
  useEffect(() => {
    const shown = list.current
    const fold = () => setOpenAt(undefined)
    shown?.addEventListener('click', fold)
    return () => shown?.removeEventListener('click', fold)
  }, [])
  const edges = [before && 'before', after && 'after'].filter(Boolean).join(' ')
  return (
    <div className={isOpen ? 'menu-bar open' : 'menu-bar'}>
      <nav ref={list} className="menu" data-beyond={edges} aria-label={say(w('工作台菜单', 'Console menu'))}>
        {children}
      </nav>
      {/* It keeps its place where it is not needed, so that nothing moves once it is. */}
      <button
        type="button"
        className={isOpen || before || after ? 'button' : 'button needless'}
        aria-expanded={isOpen}
        aria-label={say(isOpen ? w('收起菜单', 'Fold the menu') : w('全部菜单', 'All of the menu'))}
        onClick={() => setOpenAt(isOpen ? undefined : here)}
      >
        {say(isOpen ? w('收起', 'Fold') : w('全部', 'All'))}
      </button>
    </div>
  )
}

/** Whether a list that scrolls sideways goes on beyond either edge. */
function useBeyond(list: RefObject<HTMLElement | null>) {
  const [beyond, setBeyond] = useState({ before: false, after: false })
  const look = () => {
    if (!list.current) return
    const { scrollLeft, clientWidth, scrollWidth } = list.current
    // Widths are no whole numbers on every screen.
    const now = { before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 }
    setBeyond((then) => (then.before === now.before && then.after === now.after ? then : now))
  }
  const latest = useRef(look)
  // What is in it comes later, and changes with the post.
  useEffect(look)
  useEffect(() => {
    const shown = list.current
    if (!shown) return
    const again = () => latest.current()
    const sizes = new ResizeObserver(again)
    sizes.observe(shown)
    shown.addEventListener('scroll', again, { passive: true })
    return () => {
      sizes.disconnect()
      shown.removeEventListener('scroll', again)
    }
  }, [list])
  return beyond
}
