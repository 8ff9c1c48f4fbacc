import { useState } from 'react'
import { Link } from 'wouter'
import { BranchNear } from '#capabilities/branches/pages/BranchNear.tsx'
import { atPath, Brief } from '#capabilities/bulletins/pages/Running.tsx'
import { SolvedNear } from '#capabilities/cases/pages/SolvedNear.tsx'
import { GridsAround } from '#capabilities/grids/pages/GridsAround.tsx'
import { StationsNear } from '#capabilities/stations/pages/StationsNear.tsx'
import { Frame } from '../shared/Frame.tsx'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { Skeleton, Trouble } from '../shared/parts.tsx'
import { keepEstate, knownEstate, type Own, ownOf } from '../shared/places/ownEstate.ts'
import type { CodedPlace } from '../shared/places/places.ts'
import { UnitPicker } from '../shared/places/UnitPicker.tsx'

/** 我身边: who looks after one's own estate, its branch, what is open near it, what is told to it, and what was solved there. Which estate stays on this phone. */
export default function NearPage() {
  const say = useSay()
  const [own, setOwn] = useState(knownEstate)
  const choose = (estate: Own | undefined) => {
    setOwn(estate)
    keepEstate(estate)
  }
  return (
    <Frame title={w('我身边', 'My neighbourhood')}>
      <div className="stack">
        <div className="line">
          <h1>{say(own ? w(own.name, own.name) : w('我身边', 'My neighbourhood'))}</h1>
          {own && (
            <button type="button" className="button plain far" onClick={() => choose(undefined)}>
              {say(w('换小区', 'Change'))}
            </button>
          )}
        </div>
        {own ? (
          <Around key={own.code} code={own.code} />
        ) : (
          <>
            <UnitPicker
              label={w('我的小区', 'My estate')}
              kinds={['estate']}
              value={undefined}
              choose={(_, unit) => unit && choose(ownOf(unit))}
            />
            <p className="soft small">{say(w('只记在这部手机上。', 'It is kept on this phone only.'))}</p>
          </>
        )}
      </div>
    </Frame>
  )
}

function Around({ code }: { code: string }) {
  const say = useSay()
  const { value: place, problem, reload } = useLoaded<CodedPlace>(`/api/places/${encodeURIComponent(code)}`)
  return (
    <>
      <Told code={code} />
      <GridsAround code={code} />
      <BranchNear estate={code} />
      <Trouble problem={problem} again={reload} />
      {!place && !problem && <Skeleton rows={3} />}
      {place?.point && <StationsNear at={place.point} estate={place.name} />}
      {place?.where.community !== undefined && <SolvedNear community={place.where.community} />}
      <Link className="button wide" href="/committees">
        {say(w('谁管我们街道：治理委员会', 'Who governs our street: the committee'))}
      </Link>
      <Link className="button main wide" href={`/r/${encodeURIComponent(code)}`}>
        {say(w('这里有事要报', 'Report something here'))}
      </Link>
    </>
  )
}

/** What is off or closed at the estate. */
function Told({ code }: { code: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Parameters<typeof Brief>[0]['bulletin'][]>(atPath(code))
  return (
    <section className="stack close">
      <h2>{say(w('通知', 'Bulletins'))}</h2>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={1} />}
      {value?.length === 0 && <p className="soft">{say(w('现在没有停水停电等通知。', 'Nothing is off at the moment.'))}</p>}
      {value?.map((bulletin) => (
        <Brief key={bulletin.id} bulletin={bulletin} />
      ))}
    </section>
  )
}
