import { useState } from 'react'
import { useLocation } from 'wouter'
import { w } from '#web/shared/language.ts'
import { usePressed } from '#web/shared/pressed.ts'
import { Keys, take } from '../queue/Keys.tsx'
import { nextTo } from '../queue/order.ts'

/** A case by keyboard: a does what is to be done first, j and k lead through the list that it came from, Escape back to it. */
export default function CaseKeys({ id }: { id: string }) {
  const [, navigate] = useLocation()
  const [help, setHelp] = useState(false)
  const { listed, before, next } = nextTo(id)
  // In place of this one, so that going back leads to the list, as it was filtered.
  const show = (other: string | undefined) => other !== undefined && navigate(`/case/${other}`, { replace: true })
  const leave = () => listed && history.back()
  usePressed({
    a: (event) => take(event, '#actions'),
    j: () => show(next),
    k: () => show(before),
    Escape: leave,
    '?': () => setHelp((shown) => !shown),
  })
  return <Keys shown={help} toggle={() => setHelp(!help)} keys={listed ? [doing, ...leading] : [doing]} />
}

const doing = w('a 办第一项', 'a do the first thing')
const leading = [w('j 下一件', 'j next'), w('k 上一件', 'k previous'), w('Esc 回列表', 'Esc back to the list')]
