import { Suspense, useState } from 'react'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton } from '#web/shared/parts.tsx'
import { keepEstate, knownEstate, type Own, ownOf } from '#web/shared/places/ownEstate.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { atPath, Brief } from './Running.tsx'

// An estate is chosen once, and the first page opened often.
const UnitPicker = lazyPage(async () => ({ default: (await import('#web/shared/places/UnitPicker.tsx')).UnitPicker }))

/** What is off or closed at one's own estate, on the first page. Which estate that is stays on this phone. */
export function HomeBulletins() {
  const say = useSay()
  const [own, setOwn] = useState(knownEstate)
  const [choosing, setChoosing] = useState(false)
  const { value } = useLoaded<SeenBulletin[]>(own && atPath(own.code))
  const choose = (estate: Own | undefined) => {
    setOwn(estate)
    keepEstate(estate)
    setChoosing(false)
  }
  if (choosing)
    return (
      <section className="sheet stack close">
        <Suspense fallback={<Skeleton />}>
          <UnitPicker
            label={w('我的小区', 'My estate')}
            kinds={['estate']}
            value={undefined}
            choose={(_, unit) => unit && choose(ownOf(unit))}
          />
        </Suspense>
        <p className="soft small">{say(w('只记在这部手机上。', 'It is kept on this phone only.'))}</p>
        <button type="button" className="button plain" onClick={() => (own ? choose(undefined) : setChoosing(false))}>
          {say(own ? w('不记小区了', 'Forget my estate') : w('先不选', 'Not now'))}
        </button>
      </section>
    )
  if (!own)
    return (
      <button type="button" className="button" onClick={() => setChoosing(true)}>
        {say(w('选我的小区，看停水停电通知', 'Choose my estate, for what is off there'))}
      </button>
    )
  return (
    <section className="stack close">
      <div className="line">
        <h2>{say(w(`${own.name}的通知`, `Bulletins for ${own.name}`))}</h2>
        <button type="button" className="button plain far" onClick={() => setChoosing(true)}>
          {say(w('换小区', 'Change'))}
        </button>
      </div>
      {value?.length === 0 && <p className="soft">{say(w('现在没有停水停电等通知。', 'Nothing is off at the moment.'))}</p>}
      {value?.map((bulletin) => (
        <Brief key={bulletin.id} bulletin={bulletin} />
      ))}
    </section>
  )
}
