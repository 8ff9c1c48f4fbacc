import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { Ticks } from '#web/shared/form/Choice.tsx'
import { Lacking } from '#web/shared/form/Lacking.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { wrongTelephone } from '#web/shared/form/telephone.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { ErrandItem } from '../contract/item.ts'
import { noWishes, Wishes, wishesIn } from './Wishes.tsx'

/** What was written down, and the query code for whom it is. */
export interface Filed {
  id: string
  code: string
}

interface Filing {
  item: ErrandItem
  filed: (is: Filed) => void
}

/** For whom the errand is, where they live, and what they have with them. */
export function FilingForm({ item, filed }: Filing) {
  const say = useSay()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [estate, setEstate] = useState<string>()
  const [brings, setBrings] = useState<string[]>([])
  const [wished, setWished] = useState(noWishes)
  const { busy, problem, press } = useSending(
    (input: object, key) => command<{ id: string; secret: { queryCode: string } }>('/api/errands/file', input, key),
    ({ id, secret }) => filed({ id, code: secret.queryCode }),
  )
  const lacking = [
    ...(name.trim() === '' ? [w('居民姓名', 'the name')] : []),
    ...(wrongTelephone(phone) ? [w('写对的电话，或不填', 'a telephone that is right, or none')] : []),
    ...(estate === undefined ? [w('小区', 'the estate')] : []),
  ]
  const isReady = lacking.length === 0
  const send = () =>
    press({
      ...{ item: item.code, unit: estate, name: name.trim(), brings: brings.map(Number), ...wishesIn(wished) },
      ...(phone.trim() !== '' && { phone: phone.trim() }),
    })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void send()
      }}
    >
      <p className="soft">
        {say(
          w(
            '姓名和电话加密保存，只有代办员和社区看得到，办完半年后删除。',
            'Name and telephone are encrypted, for the helper and the community alone, and go half a year after the end.',
          ),
        )}
      </p>
      <Line label={w('居民姓名', 'Name of the resident')} value={name} change={setName} most={40} autoComplete="off" />
      <Line
        label={w('电话', 'Telephone')}
        value={phone}
        change={setPhone}
        {...{ type: 'tel', inputMode: 'tel', autoComplete: 'off', most: 20, optional: true, wrong: wrongTelephone(phone) }}
      />
      <UnitPicker label={w('住在哪个小区', 'Their estate')} kinds={['estate']} value={estate} choose={setEstate} />
      {item.papers.length > 0 && (
        <Ticks
          legend={w('现在带来了哪些材料', 'Which papers they have with them')}
          options={item.papers.flatMap(({ name: called, kind }, index) =>
            kind === 'money' ? [] : [{ value: String(index), words: w(called, called) }],
          )}
          chosen={brings}
          choose={setBrings}
        />
      )}
      <Wishes of="another" {...{ wished }} change={setWished} />
      <Trouble problem={problem} />
      <Lacking what={lacking} />
      <button type="submit" className="button main wide" disabled={busy || !isReady}>
        {say(busy ? w('正在登记…', 'Sending…') : w('登记', 'Write it down'))}
      </button>
    </form>
  )
}
