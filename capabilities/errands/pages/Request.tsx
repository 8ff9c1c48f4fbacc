import type { Reply } from '#kernel/flow/view.ts'
import { command } from '#web/shared/ask.ts'
import { begunAt } from '#web/shared/forgetBegun.ts'
import { Lacking } from '#web/shared/form/Lacking.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { wrongTelephone } from '#web/shared/form/telephone.ts'
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
  phone: string
  wished: Wished
}

/** The request for one item: where one lives, when it suits, and anything the helper should know. */
export function Request({ item, sent }: { item: ErrandItem; sent: (number: string) => void }) {
  const say = useSay()
  const { account = '' } = useSession().value ?? {}
  // Where the same person said that they live, and are reached, when they last asked from this phone.
  const home = begunAt(account, 'home')
  const reached = begunAt(account, 'reached')
  const nothing: Typed = {
    estate: kept<string | undefined>(home, undefined),
    phone: kept(reached, ''),
    wished: noWishes,
  }
  const isBegun = ({ estate, phone, wished }: Typed) =>
    estate !== nothing.estate || phone !== nothing.phone || wished !== noWishes
  const { value, change, clear } = useBegun(`errand.${item.code}`, nothing, isBegun)
  const { estate, phone, wished } = value
  const { busy, problem, press } = useSending(
    (input: object, key) => command<Reply<SeenErrand>>('/api/errands', input, key),
    ({ view }) => {
      clear()
      keep(home, estate)
      keep(reached, phone)
      sent(view?.item.number ?? '')
    },
  )
  const wrong = wrongTelephone(phone)
  const lacking = [
    ...(wrong ? [w('写对的电话，或不填', 'a telephone that is right, or none')] : []),
    ...(estate === undefined ? [w('小区', 'your estate')] : []),
  ]
  const isReady = lacking.length === 0
  const send = () =>
    press({ item: item.code, unit: estate, ...(phone.trim() !== '' && { phone: phone.trim() }), ...wishesIn(wished) })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void send()
      }}
    >
      <About item={item} />
      <Line
        label={w('联系电话', 'Telephone')}
        hint={w(
          '代办员打给您用，加密保存，谁看过您都查得到。不留的话，请自己联系社区。',
          'For the helper to call you; encrypted, and you see who looked. Without it, get in touch with the community yourself.',
        )}
        value={phone}
        change={(next) => change({ phone: next })}
        {...{ type: 'tel', inputMode: 'tel', autoComplete: 'tel', most: 20, wrong, optional: true }}
      />
      <UnitPicker
        label={w('您住在哪个小区', 'Your estate')}
        kinds={['estate']}
        value={estate}
        ownFirst
        choose={(chosen) => change({ estate: chosen })}
      />
      <Wishes of="own" {...{ wished }} change={(next) => change({ wished: next })} />
      <Trouble problem={problem} />
      <Lacking what={lacking} />
      <button type="submit" className="button main wide" disabled={busy || !isReady}>
        {say(busy ? w('正在送出…', 'Sending…') : w('送出请求', 'Send'))}
      </button>
    </form>
  )
}
