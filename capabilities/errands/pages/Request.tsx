import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Lacking } from '#web/shared/form/Lacking.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { ErrandItem } from '../contract/item.ts'
import { About } from './Catalogue.tsx'
import { noWishes, Wishes, wishesIn } from './Wishes.tsx'

/** The request for one item: where one lives, when it suits, and anything the helper should know. */
export function Request({ item, sent }: { item: ErrandItem; sent: () => void }) {
  const say = useSay()
  const [estate, setEstate] = useState<string>()
  const [wished, setWished] = useState(noWishes)
  const { busy, problem, press } = useSending((input: object, key) => command('/api/errands', input, key), sent)
  const send = () => press({ item: item.code, unit: estate, ...wishesIn(wished) })
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
      <Wishes of="own" {...{ wished }} change={setWished} />
      <Trouble problem={problem} />
      <Lacking what={estate === undefined ? [w('小区', 'your estate')] : []} />
      <button type="submit" className="button main wide" disabled={busy || estate === undefined}>
        {say(busy ? w('正在送出…', 'Sending…') : w('送出请求', 'Send'))}
      </button>
    </form>
  )
}
