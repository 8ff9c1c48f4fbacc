import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { facilities, hosts, services } from '#capabilities/stations/contract/kinds.ts'
import { command } from '#web/shared/ask.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { Choice, Ticks } from '#web/shared/form/Choice.tsx'
import { Line, Lines } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { keep, kept } from '#web/shared/kept.ts'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { PhoneSignIn } from '#web/shared/PhoneSignIn.tsx'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import { useSending } from '#web/shared/sending.ts'
import { useSession } from '#web/shared/session.tsx'
import { MyApplications } from './MyApplications.tsx'

const PinPicker = lazyPage(() => import('#web/shared/places/PinPicker.tsx'))

const kinds = [
  {
    value: 'convenience',
    words: w('便民驿站：店里顺手为邻居办点事', 'convenience station: a shop that does small things for neighbours'),
  },
  { value: 'warm', words: w('暖新驿站：给骑手、司机歇脚', 'warm station: a seat for couriers and drivers') },
  { value: 'neighbour', words: w('近邻驿站：邻居坐坐、看书、下棋', 'neighbour station: to sit, read and play') },
]
const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((zh, index) => ({
  value: String(index + 1),
  words: w(zh, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][index] ?? zh),
}))

interface Draft {
  kind: string
  name: string
  hostKind: string
  hostName: string
  address: string
  point?: { longitude: number; latitude: number }
  days: readonly string[]
  opens: string
  closes: string
  services: readonly string[]
  facilities: readonly string[]
  phone: string
  about: string
}
const fresh: Draft = {
  ...{ kind: 'convenience', name: '', hostKind: 'shop', hostName: '', address: '' },
  ...{
    days: ['1', '2', '3', '4', '5', '6', '7'],
    opens: '09:00',
    closes: '19:00',
    services: [],
    facilities: ['rest'],
    phone: '',
    about: '',
  },
}
const place = 'application'

/** A shop applies to become a station: what it is, where, when it is open, and what it does for neighbours. */
export default function ApplyPage() {
  const say = useSay()
  const { value: session, reload } = useSession()
  const isResident = session?.signedIn === true && session.kind === 'resident'
  return (
    <Frame title={w('申请成为驿站', 'Become a station')}>
      <div className="stack">
        <Link className="back" href="/stations">
          {say(w('‹ 身边的驿站', '‹ Stations nearby'))}
        </Link>
        <h1>{say(w('申请成为驿站', 'Become a station'))}</h1>
        <p className="soft">
          {say(
            w(
              '写清楚您的店和愿意为邻居做的事。社区会上门看看，然后告诉您行不行、为什么。',
              'Say what your shop is and what you would do for neighbours. The community comes to look, and tells you yes or no, and why.',
            ),
          )}
        </p>
        {!session && <Skeleton rows={4} />}
        {session && !isResident && (
          <>
            <p className="note">
              {say(w('先用手机号登录，社区才能把结果告诉您。', 'Sign in by telephone first, so that the answer reaches you.'))}
            </p>
            <PhoneSignIn done={reload} />
          </>
        )}
        {isResident && <Applying />}
      </div>
    </Frame>
  )
}

function Applying() {
  const say = useSay()
  const [draft, setDraft] = useState<Draft>(() => kept(place, fresh))
  const [turn, setTurn] = useState(0)
  const [pointing, setPointing] = useState(false)
  const put = (more: Partial<Draft>) => {
    const next = { ...draft, ...more }
    keep(place, next)
    setDraft(next)
  }
  const { busy, problem, press } = useSending(
    (input: object, key) => command('/api/applications', input, key),
    () => {
      keep(place, undefined)
      setDraft(fresh)
      setTurn((before) => before + 1)
      scrollTo(0, 0)
    },
  )
  const { kind, name, hostKind, hostName, address, point, opens, closes, phone, about } = draft
  const lacking = [
    ...(name.trim() === '' ? [w('名称', 'name')] : []),
    ...(hostName.trim() === '' ? [w('店名', 'name of the shop')] : []),
    ...(address.trim() === '' ? [w('地址', 'address')] : []),
    ...(point ? [] : [w('在地图上的位置', 'where on the map')]),
    ...(draft.days.length === 0 ? [w('哪几天开', 'days')] : []),
  ]
  const send = () =>
    press({
      ...{ kind, name: name.trim(), host: { kind: hostKind, name: hostName.trim() }, address: address.trim() },
      ...point,
      hours: { weekly: [{ days: draft.days.map(Number).toSorted((one, other) => one - other), opens, closes }], exceptions: [] },
      ...{ services: [...draft.services], facilities: [...draft.facilities] },
      ...(phone.trim() && { phone: phone.trim() }),
      ...(about.trim() && { about: about.trim() }),
    })
  const pin = ({ given }: ChosenPlace) => {
    if ('point' in given) put({ point: { longitude: given.point.longitude, latitude: given.point.latitude } })
    setPointing(false)
  }
  return (
    <>
      <MyApplications key={turn} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (lacking.length === 0) void send()
        }}
      >
        <Choice legend={w('想做哪一类', 'Which kind')} options={kinds} value={kind} choose={(value) => put({ kind: value })} />
        <Line label={w('驿站名称', 'Name of the station')} value={name} change={(value) => put({ name: value })} most={60} />
        <Choice
          legend={w('是什么场所', 'What the place is')}
          options={optionsOf(hosts)}
          value={hostKind}
          choose={(value) => put({ hostKind: value })}
        />
        <Line
          label={w('店名或场所名称', 'Name of the shop')}
          value={hostName}
          change={(value) => put({ hostName: value })}
          most={60}
        />
        <Line label={w('地址', 'Address')} value={address} change={(value) => put({ address: value })} most={100} />
        {pointing ? (
          <Suspense fallback={<Skeleton rows={5} />}>
            <PinPicker near={undefined} atDesk={false} choose={pin} back={() => setPointing(false)} />
          </Suspense>
        ) : (
          <div className="line">
            <span role="status">
              {say(
                point
                  ? w('位置已在地图上指好', 'Its place is marked on the map')
                  : w('还没在地图上指位置', 'Not marked on the map yet'),
              )}
            </span>
            <button type="button" className="button far" onClick={() => setPointing(true)}>
              {say(w('在地图上指', 'Mark it'))}
            </button>
          </div>
        )}
        <Ticks
          legend={w('哪几天开', 'On which days')}
          options={days}
          chosen={[...draft.days]}
          choose={(chosen) => put({ days: chosen })}
        />
        <div className="filters">
          <Line label={w('几点开门', 'Opens')} value={opens} change={(value) => put({ opens: value })} type="time" />
          <Line label={w('几点关门', 'Closes')} value={closes} change={(value) => put({ closes: value })} type="time" />
        </div>
        <Ticks
          legend={w('能为邻居做什么', 'What you would do')}
          options={optionsOf(services)}
          chosen={[...draft.services]}
          choose={(chosen) => put({ services: chosen })}
        />
        <Ticks
          legend={w('店里有什么', 'What is there')}
          options={optionsOf(facilities)}
          chosen={[...draft.facilities]}
          choose={(chosen) => put({ facilities: chosen })}
        />
        <Line
          label={w('店里的电话（会公开）', 'Telephone of the shop (public)')}
          value={phone}
          change={(value) => put({ phone: value })}
          type="tel"
          most={20}
          optional
        />
        <Lines
          label={w('还想说的', 'Anything else')}
          value={about}
          change={(value) => put({ about: value })}
          most={300}
          optional
        />
        <Trouble problem={problem} />
        {lacking.length > 0 && (
          <p className="soft">
            {say(w('还差：', 'Still missing: '))}
            {lacking.map(say).join(say(w('、', ', ')))}
          </p>
        )}
        <button type="submit" className="button main wide" disabled={busy || lacking.length > 0}>
          {say(busy ? w('正在送出…', 'Sending…') : w('送出申请', 'Apply'))}
        </button>
      </form>
    </>
  )
}
