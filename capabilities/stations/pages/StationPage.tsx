import { Suspense } from 'react'
import { Link } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { around, type Boundaries } from '#web/shared/map/bounds.ts'
import { LazyMap } from '#web/shared/map/LazyMap.tsx'
import { OnDay, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import type { SeenStation } from '../show.ts'
import { Openness } from './Openness.tsx'
import { StationPhotos } from './StationPhotos.tsx'
import { Verified } from './Verified.tsx'
import { stationValueWords } from './words.ts'

/** How far is seen around it, in metres. */
const sight = 300

/** One station, for everybody: whether it is open, what is there, and how to get there. */
export default function StationPage({ code }: { code: string }) {
  const { value, problem, since, reload } = useLoaded<SeenStation>(`/api/stations/${encodeURIComponent(code)}`)
  const say = useSay()
  return (
    <Frame title={w('驿站', 'Station')}>
      <div className="stack">
        <Link href="/stations">{say(w('‹ 身边的驿站', '‹ Stations nearby'))}</Link>
        <Stale since={since} />
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value && <Told station={value} />}
      </div>
    </Frame>
  )
}

function Told({ station }: { station: SeenStation }) {
  const say = useSay()
  const { code, name, kind, address, communityName, host, phone, services, facilities, about, week, exceptions } = station
  const { verifiedOn, photos = [] } = station
  const boundaries = useLoaded<Boundaries>('/api/boundaries')
  const list = (values: readonly string[]) => values.map((one) => say(stationValueWords(one))).join(say(w('、', ', ')))
  return (
    <article className="stack">
      <h1>{name}</h1>
      <p className="soft">
        {say(stationValueWords(kind))} · {communityName}
      </p>
      <Openness station={station} />
      <section className="sheet stack close">
        <h2>{say(w('开放时间', 'Hours'))}</h2>
        {week.length === 0 && (
          <p>
            {say(
              phone === undefined
                ? w('没有登记固定时间', 'No fixed hours on record')
                : w('没有固定时间，去之前先打电话', 'No fixed hours: call first'),
            )}
          </p>
        )}
        {week.map((line) => (
          <p key={line.zh}>{say(line)}</p>
        ))}
        {exceptions.map(({ from, until, slots, because }) => (
          <p key={from}>
            <OnDay day={from} />
            {from !== until && (
              <>
                {say(w('至', ' to '))}
                <OnDay day={until} />
              </>
            )}
            {say(w('：', ': '))}
            {slots.length === 0
              ? say(w('不开', 'closed'))
              : slots.map(({ opens, closes }) => `${opens}–${closes}`).join(say(w('，', ', ')))}
            <span className="soft">
              {say(w('，', ', '))}
              {because}
            </span>
          </p>
        ))}
        {verifiedOn !== undefined && <Verified on={verifiedOn} />}
      </section>
      <Link className="button wide" href={`/stations/${encodeURIComponent(code)}/trouble`}>
        {say(w('这里有问题', 'Something is wrong here'))}
      </Link>
      <section className="sheet stack close">
        <h2>{say(w('有什么', 'What is there'))}</h2>
        {facilities.length > 0 && <p>{list(facilities)}</p>}
        {services.length > 0 && (
          <p>
            <span className="soft">{say(w('可以办：', 'Done there: '))}</span>
            {list(services)}
          </p>
        )}
        {facilities.length + services.length === 0 && <p className="soft">{say(w('还没有登记。', 'Not on record yet.'))}</p>}
        {about !== undefined && <p className="pre">{about}</p>}
      </section>
      <StationPhotos code={code} photos={photos} />
      <section className="sheet stack close">
        <h2>{say(w('在哪里', 'Where'))}</h2>
        <p>
          {address}
          <span className="soft">
            {say(w('，', ', '))}
            {host.name}
          </span>
        </p>
        {phone !== undefined && (
          <a className="button wide" href={`tel:${phone}`}>
            {say(w(`打电话 ${phone}`, `Call ${phone}`))}
          </a>
        )}
        <Suspense fallback={<Skeleton rows={4} />}>
          <LazyMap
            small
            label={say(w(`${name}在地图上`, `${name} on the map`))}
            bounds={around([station.longitude, station.latitude], sight)}
            boundaries={boundaries.value ? [boundaries.value] : []}
            pins={[
              { id: code, point: [station.longitude, station.latitude], look: station.open ? 'done' : 'stopped', label: name },
            ]}
          />
        </Suspense>
      </section>
    </article>
  )
}
