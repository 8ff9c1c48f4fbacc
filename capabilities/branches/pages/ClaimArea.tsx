import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Line, Lines } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { areaKinds } from '../contract/kinds.ts'
import type { Standing } from './standing.ts'

/** Claiming one more area: what, where, and what one promises. */
export function ClaimArea({ id, mine, changed }: Standing) {
  const say = useSay()
  const [open, setOpen] = useState(mine.claims.length === 0)
  const [kind, setKind] = useState<string>()
  const [where, setWhere] = useState('')
  const [promise, setPromise] = useState('')
  const { busy, problem, press } = useSending(
    (input: object, key) => command(`/api/declarations/${id}/claimArea`, input, key),
    () => {
      setKind(undefined)
      setWhere('')
      setPromise('')
      setOpen(false)
      changed()
    },
  )
  if (!open)
    return (
      <button type="button" className="button wide" onClick={() => setOpen(true)}>
        {say(w('再认领一处', 'Claim another area'))}
      </button>
    )
  const ready = kind !== undefined && where.trim() !== '' && promise.trim() !== ''
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) press({ kind, where: where.trim(), promise: promise.trim() })
      }}
    >
      <h3>{say(w('认领责任区', 'Claim an area'))}</h3>
      <Choice legend={w('照看什么', 'What')} options={optionsOf(areaKinds)} value={kind} choose={setKind} />
      <Line
        label={w('在哪里', 'Where')}
        hint={w('如“3号楼东边一排路灯”，邻居会看到', 'As: the lamps east of building 3. Neighbours read it')}
        value={where}
        change={setWhere}
        most={60}
      />
      <Lines
        label={w('您承诺做什么', 'What you promise')}
        hint={w('如“每周看一次，坏了就报单”', 'As: look once a week, report what is broken')}
        value={promise}
        change={setPromise}
        most={200}
      />
      <p className="soft small">
        {say(
          w(
            '一年有效，到期前两周提醒您续认；随时可以放下。',
            'It stands for a year; you are reminded two weeks before, and may release it any time.',
          ),
        )}
      </p>
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || !ready}>
        {say(w('认领', 'Claim it'))}
      </button>
    </form>
  )
}
