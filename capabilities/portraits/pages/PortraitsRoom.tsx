import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { useAsked } from '#web/shared/asked.ts'
import { Tick } from '#web/shared/form/Choice.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { Turn } from '#web/shared/Turn.tsx'
import type { PortraitList } from '../contract.ts'
import { OnePortrait } from './OnePortrait.tsx'

/** The photos on the cards of grids: a worker's own, or those of a community's workers who agreed. */
export default function PortraitsRoom() {
  const say = useSay()
  const { pages, turn } = useAsked()
  const after = pages.at(-1)
  const { value, problem, reload } = useLoaded<PortraitList>(`/api/portraits${after === undefined ? '' : `?after=${after}`}`)
  return (
    <div className="stack">
      <h1>{say(w('网格员照片', 'Photos of grid workers'))}</h1>
      <p className="soft">
        {say(
          w(
            '照片显示在居民的“我身边”里。要本人同意才放，本人随时可以撤回；离岗后自动不再显示。',
            'Residents see the photo on the page of their neighbourhood. Only if the worker agrees, who can take it back at any time; it goes when they leave the post.',
          ),
        )}
      </p>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.mayAgree && <Agree agreed={reload} />}
      {value && !value.mayAgree && value.rows.length === 0 && (
        <Empty
          words={w('还没有网格员同意放照片。由网格员本人登录后勾选。', 'No worker has agreed yet: they tick it themselves.')}
        />
      )}
      {value?.rows.map((portrait) => (
        <OnePortrait key={portrait.id} portrait={portrait} changed={reload} />
      ))}
      {value && <Turn pages={pages} next={value.next} turn={turn} />}
    </div>
  )
}

function Agree({ agreed }: { agreed: () => void }) {
  const [ticked, setTicked] = useState(false)
  const { problem, press } = useSending((input: object, key) => command('/api/portraits', input, key), agreed)
  return (
    <section className="sheet stack close">
      <Tick
        words={w('我同意在网格卡片上放我的照片', 'I agree to have my photo on the card of the grid')}
        value={ticked && !problem}
        choose={() => {
          setTicked(true)
          void press({})
        }}
      />
      <Trouble problem={problem} />
    </section>
  )
}
