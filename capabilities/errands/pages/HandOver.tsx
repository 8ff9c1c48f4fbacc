import { useState } from 'react'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import type { Paper, Side } from '../contract/errand.ts'
import { OnePhoto } from './OnePhoto.tsx'
import { fenIn } from './words.ts'

interface Handing {
  paper: Paper
  to: Side
  /** Whether whoever looks is the one who gets it. */
  mine: boolean
  busy: boolean
  give: (hands: object) => void
}

/** Notes that a paper changes hands: of money how much, and if somebody likes with a photo of it. */
export function HandOver({ paper: { kind, name }, to, mine, busy, give }: Handing) {
  const say = useSay()
  const [photo, setPhoto] = useState<string>()
  const [typed, setTyped] = useState('')
  const isMoney = kind === 'money'
  const amount = fenIn(typed)
  return (
    <>
      {isMoney && (
        <Line
          label={to === 'helper' ? given : left}
          value={typed}
          change={setTyped}
          most={8}
          inputMode="decimal"
          wrong={typed.trim() !== '' && amount === undefined ? wrongAmount : undefined}
        />
      )}
      <OnePhoto label={w('拍下材料的样子', 'A photo of the paper')} photo={photo} take={setPhoto} />
      <button
        type="button"
        className="button"
        disabled={busy || (isMoney && amount === undefined)}
        onClick={() => give({ to, ...(photo !== undefined && { photo }), ...(isMoney && { amount }) })}
      >
        {say(isMoney && amount === undefined ? w(`先写“${name}”的金额`, `Write how much of ${name} first`) : handing(mine, name))}
      </button>
    </>
  )
}

const wrongAmount = w('写成元，如 12.50，不超过 99999.99', 'in yuan, as 12.50, up to 99999.99')
const given = w('交了多少钱（元）', 'How much is given (yuan)')
const left = w('还剩多少钱（元），花完了写 0', 'How much is left (yuan), 0 if nothing is')
const handing = (mine: boolean, name: string): Words =>
  mine ? w(`登记收到：${name}`, `Note that I got ${name}`) : w(`登记交出：${name}`, `Note that I gave ${name}`)
