import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import type { CaseRow } from '../view.ts'

/** A list by keyboard: j and k move, Enter opens, a takes it in, / goes to the search, ? shows the keys. */
export function useKeys(rows: readonly CaseRow[], open?: (id: string) => void) {
  const [, navigate] = useLocation()
  const opens = useRef(open)
  opens.current = open
  const [current, setCurrent] = useState<number>()
  const [help, setHelp] = useState(false)
  const latest = useRef({ rows, current })
  latest.current = { rows, current }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target } = event
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        (target instanceof HTMLElement && target.matches('input, textarea, select'))
      )
        return
      const { rows: all, current: at } = latest.current
      const move = (step: number) => setCurrent(Math.min(all.length - 1, Math.max(0, (at ?? -1) + step)))
      const row = at === undefined ? undefined : all[at]
      if (event.key === 'j') move(1)
      else if (event.key === 'k') move(-1)
      else if (event.key === '?') setHelp((shown) => !shown)
      else if (event.key === '/') {
        event.preventDefault()
        document.querySelector<HTMLInputElement>('input[type=search]')?.focus()
      } else if (event.key === 'a') document.querySelector<HTMLButtonElement>('.card.current [data-take]')?.click()
      else if (event.key === 'Enter' && row && !(target instanceof HTMLElement && target.matches('a, button, summary')))
        opens.current ? opens.current(row.id) : navigate(`/case/${row.id}`)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [navigate])
  return { current: rows.length > 0 ? current : undefined, help, toggle: () => setHelp(!help) }
}

export function Keys({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  const say = useSay()
  return (
    <aside className="keys soft small">
      <button type="button" className="button plain" aria-expanded={shown} onClick={toggle}>
        {say(w('键盘操作（按 ?）', 'Keys (press ?)'))}
      </button>
      {shown && (
        <p>
          {say(
            w(
              'j 下一件 · k 上一件 · 回车打开 · a 承单或接单 · / 搜索 · ? 收起',
              'j next · k previous · Enter open · a accept or receive · / search · ? hide',
            ),
          )}
        </p>
      )}
    </aside>
  )
}
