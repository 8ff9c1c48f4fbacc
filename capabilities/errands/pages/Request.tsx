import type { Reply } from '#kernel/flow/view.ts'
import { command } from '#web/shared/ask.ts'
import { begunAt } from '#web/shared/forgetBegun.ts'
import { Lacking } from '#web/shared/form/Lacking.tsx'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSending } from '#web/shared/sending.ts'
import { useSession } from '#web/shared/session.tsx'
import { useBegun } from '#web/shared/useBegun.ts'
import type { SeenErrand } from '../contract/errand.ts'
import type { ErrandItem } from '../contract/item.ts'
import { About } from './Catalogue.tsx'
import { noWishes, type Wished, Wishes, wishesIn } from './Wishes.tsx'

interface Typed {
  estate: string | undefined
  wished: Wished
}

/** The request for one item: where one lives, when it suits, and anything the helper should know. */
export function Request({ item, sent }: { item: ErrandItem; sent: (number: string) => void }) {
  const say = useSay()
  const { account = '' } = useSession().value ?? {}
  // Where the same person said that they live when they last asked from this phone.
  const home = begunAt(account, 'home')
  const nothing: Typed = { estate: kept<string | undefined>(home, undefined), wished: noWishes }
  const isBegun = (typed: Typed) => typed.estate !== nothing.estate || typed.wished !== noWishes
  const { value, change, clear } = useBegun(`errand.${item.code}`, nothing, isBegun)
  const { estate, wished } = value
  const { busy, problem, press } = useSending(
    (input: object, key) => command<Reply<SeenErrand>>('/api/errands', input, key),
    ({ view }) => {
      clear()
      keep(home, estate)
      sent(view?.item.number ?? '')
    },
  )
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
      <UnitPicker
        label={w('您住在哪个小区', 'Your estate')}
        kinds={['estate']}
        value={estate}
        choose={(chosen) => change({ estate: chosen })}
      />
      <Wishes of="own" {...{ wished }} change={(next) => change({ wished: next })} />
      <Trouble problem={problem} />
      <Lacking what={estate === undefined ? [w('小区', 'your estate')] : []} />
      <button type="submit" className="button main wide" disabled={busy || estate === undefined}>
        {say(busy ? w('正在送出…', 'Sending…') : w('送出请求', 'Send'))}
      </button>
    </form>
  )
}
