import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Choice, Tick } from '#web/shared/form/Choice.tsx'
import { Lines } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { ErrandItem } from '../contract/item.ts'
import { halves } from '../contract/kinds.ts'
import { About } from './Catalogue.tsx'

const options = Object.entries(halves).map(([value, words]) => ({ value, words }))

/** The request for one item: where one lives, when it suits, and anything the helper should know. */
export function Request({ item, sent }: { item: ErrandItem; sent: () => void }) {
  const say = useSay()
  const [estate, setEstate] = useState<string>()
  const [atHome, setAtHome] = useState(false)
  const [half, setHalf] = useState('')
  const [note, setNote] = useState('')
  const { busy, problem, press } = useSending((input: object, key) => command('/api/errands', input, key), sent)
  const send = () =>
    press({
      ...{ item: item.code, unit: estate, atHome },
      ...(half !== '' && { half }),
      ...(note.trim() !== '' && { note: note.trim() }),
    })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (estate !== undefined) void send()
      }}
    >
      <About item={item} />
      <UnitPicker label={w('您住在哪个小区', 'Your estate')} kinds={['estate']} value={estate} choose={setEstate} />
      <Tick words={w('请上门来取材料', 'Please come to my home')} value={atHome} choose={setAtHome} />
      <Choice
        legend={w('什么时候方便', 'When it suits')}
        options={options}
        value={half}
        choose={setHalf}
        optional
        clear={() => setHalf('')}
      />
      <Lines
        label={w(
          '想让代办员知道的（只有代办员和社区看得到）',
          'What the helper should know (only they and the community see it)',
        )}
        value={note}
        change={setNote}
        most={500}
        optional
      />
      <Trouble problem={problem} />
      {estate === undefined && <p className="soft">{say(w('还差：小区', 'Still missing: your estate'))}</p>}
      <button type="submit" className="button main wide" disabled={busy || estate === undefined}>
        {say(busy ? w('正在送出…', 'Sending…') : w('送出请求', 'Send'))}
      </button>
    </form>
  )
}
