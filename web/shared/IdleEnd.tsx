import { useEffect, useState } from 'react'
import { sayUntouched } from './ask.ts'
import { keep } from './kept.ts'
import { useSay, w } from './language.ts'

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const
/** So long before the end it is said, in seconds. */
const warning = 60

/**
 * Ends the sitting of whoever has left their desk: says so a minute before, and asks the server once the minutes are over. It
 * tells the server meanwhile that somebody is there, who may read for long without asking for anything.
 */
export default function IdleEnd({ minutes, ask }: { minutes: number; ask: () => void }) {
  const say = useSay()
  const [isSoon, setSoon] = useState(false)
  useEffect(() => {
    let touched = Date.now()
    let told = touched
    const untouched = () => Math.floor((Date.now() - touched) / 1000)
    const touch = () => {
      touched = Date.now()
      setSoon(false)
    }
    const look = () => {
      const seconds = untouched()
      setSoon(seconds >= minutes * 60 - warning)
      const isOver = seconds > minutes * 60
      // Where another tab is in use the session goes on, and this one asks once a minute.
      const pause = isOver ? warning * 1000 : (minutes * 60_000) / 4
      if (Date.now() - told < pause || !(isOver || touched > told)) return
      if (isOver) keep('leftAlone', minutes)
      told = Date.now()
      ask()
    }
    sayUntouched(untouched)
    for (const name of touches) addEventListener(name, touch, { passive: true })
    const clock = setInterval(look, 5000)
    return () => {
      clearInterval(clock)
      for (const name of touches) removeEventListener(name, touch)
      sayUntouched(undefined)
    }
  }, [minutes, ask])
  if (!isSoon) return null
  return (
    <p className="note warm idle-end" role="alert">
      {say(
        w(
          '一分钟内没有操作就会自动退出。动一下鼠标或按任意键，就继续。',
          'You will be signed out within a minute. Move the mouse or press any key to go on.',
        ),
      )}
    </p>
  )
}
