import { useState } from 'react'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { At, Due, OnDay } from '#web/shared/parts.tsx'
import { isoDay } from '#web/shared/time.ts'
import type { ErrandRow } from '../../contract/errand.ts'
import { states } from '../../contract/kinds.ts'
import { Opened } from '../Opened.tsx'
import { named } from '../words.ts'
import { lookOfErrand } from '../yours.ts'

interface Shown {
  errand: ErrandRow
  isCommunity: boolean
  width: number
  changed: () => void
}

/** An errand as a row; opened below it, with its papers and what one may do. */
export function Row({ errand, isCommunity, width, changed }: Shown) {
  const [say, now] = [useSay(), useNow()]
  const [open, setOpen] = useState(false)
  const { id, number, itemName, state, communityName, helperName, requestedAt, dueAt, endedAt } = errand
  return (
    <>
      <tr className={open ? 'current' : undefined}>
        <td>
          <button type="button" className="button plain tight nowrap" aria-expanded={open} onClick={() => setOpen(!open)}>
            {number}
          </button>
        </td>
        <td>{say(named(itemName))}</td>
        <td>
          <LookChip look={lookOfErrand(errand, now)} words={states[state]} />
        </td>
        <td>{communityName}</td>
        {isCommunity && <td>{helperName}</td>}
        <td>{requestedAt !== undefined && <At at={requestedAt} />}</td>
        <td>{dueAt !== undefined && endedAt === undefined && <Due at={dueAt} />}</td>
        {/* Of what was done before this was there, the day alone is known. */}
        <td>
          {endedAt !== undefined && (state === 'recorded' ? <OnDay day={isoDay(Date.parse(endedAt))} /> : <At at={endedAt} />)}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={width}>
            <div className="stack close">
              <Opened id={id} changed={changed} />
            </div>
          </td>
        </tr>
      )}
    </>
  )
}
