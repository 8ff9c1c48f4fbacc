import { type RefObject, useEffect, useRef, useState } from 'react'
import { useSay, w } from '#web/shared/language.ts'
import { actWords } from '../commands.ts'
import type { FlowDescription, SeenCase } from '../view.ts'
import { Act, needsInput } from './Actions.tsx'
import { leadsTo } from './expected.ts'
import type { After } from './useCommand.ts'

interface AtThumb {
  item: SeenCase
  main: string | undefined
  may: readonly string[]
  flow: FlowDescription | undefined
  after: After
  choose: (name: string) => void
}

/** On a phone: the main action at the thumb, and the way to the others. */
export function Thumb({ item, main, may, flow, after, choose }: AtThumb) {
  const say = useSay()
  const bar = useRef<HTMLDivElement>(null)
  const isOver = useOver(bar, main === 'rate' && flow !== undefined)
  const toActions = () => document.getElementById('actions')?.scrollIntoView()
  if (!flow || main === undefined) return null
  const open = (name: string) => {
    choose(name)
    setTimeout(toActions)
  }
  return (
    <div className="thumb" ref={bar} hidden={isOver}>
      {main === 'rate' ? (
        <button type="button" className="button main" onClick={toActions}>
          {say(w('办好了吗？去评价', 'Is it solved? Rate it'))}
        </button>
      ) : (
        <Act
          {...{ item, after }}
          name={main}
          title={actWords(main, flow.commands[main]?.zh ?? main)}
          needs={needsInput(flow, main)}
          leadsTo={leadsTo(flow, main, item.state)}
          isMain
          open={() => open(main)}
        />
      )}
      {may.length > 1 && (
        <button type="button" className="button" onClick={toActions}>
          {say(w('更多', 'More'))}
        </button>
      )}
    </div>
  )
}

/** Whether what a bar leads to has come in view: the bar has nothing more to say, and would lie over its choices. */
function useOver(bar: RefObject<HTMLDivElement | null>, wanted: boolean): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const actions = document.getElementById('actions')
    if (!wanted || !actions) return setOver(false)
    const height = bar.current?.offsetHeight ?? 0
    const watcher = new IntersectionObserver((seen) => setOver(seen.some(({ isIntersecting }) => isIntersecting)), {
      rootMargin: `0px 0px -${height}px`,
    })
    watcher.observe(actions)
    return () => watcher.disconnect()
  }, [bar, wanted])
  return isOver
}
