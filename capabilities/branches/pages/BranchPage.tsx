import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { PhoneSignIn } from '#web/shared/PhoneSignIn.tsx'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { keepEstate, knownEstate, type Own, ownOf } from '#web/shared/places/ownEstate.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSession } from '#web/shared/session.tsx'
import type { EstateBranch } from '../contract/seen.ts'
import { Mine } from './Mine.tsx'
import { LookedAfter, TheBranch } from './TheBranch.tsx'

/** The branch of one's own estate, who looks after what there, and what one declared oneself. */
export default function BranchPage() {
  const say = useSay()
  const { value: session, problem, reload } = useSession()
  const isResident = session?.signedIn && session.kind === 'resident'
  return (
    <Frame title={w('身边的党支部', 'My branch')}>
      <div className="stack">
        <Link href="/">{say(w('‹ 首页', '‹ Home'))}</Link>
        <h1>{say(w('身边的党支部', 'My branch'))}</h1>
        <Trouble problem={problem} again={reload} />
        {!session && !problem && <Skeleton />}
        {session && !isResident && (
          <section className="sheet stack">
            <p>
              {say(
                w(
                  '用手机号登录后，看小区里谁照看什么；党员可以在这里亮身份、认领责任区。手机号不会给别人看。',
                  'Sign in to see who looks after what in your estate; party members declare and claim areas here. Nobody sees your number.',
                ),
              )}
            </p>
            <PhoneSignIn done={reload} />
          </section>
        )}
        {isResident && (
          <Suspense fallback={<Skeleton />}>
            <AtHome />
          </Suspense>
        )}
      </div>
    </Frame>
  )
}

function AtHome() {
  const say = useSay()
  const [own, setOwn] = useState(knownEstate)
  const { value, problem, reload } = useLoaded<EstateBranch>(own && `/api/branches/at/${encodeURIComponent(own.code)}`)
  const choose = (estate: Own | undefined) => {
    setOwn(estate)
    keepEstate(estate)
  }
  return (
    <>
      {own ? (
        <div className="line">
          <h2>{own.name}</h2>
          <button type="button" className="button plain far" onClick={() => choose(undefined)}>
            {say(w('换小区', 'Change'))}
          </button>
        </div>
      ) : (
        <section className="sheet stack close">
          <UnitPicker
            label={w('我的小区', 'My estate')}
            kinds={['estate']}
            value={undefined}
            choose={(_, unit) => unit && choose(ownOf(unit))}
          />
          <p className="soft small">{say(w('只记在这部手机上。', 'It is kept on this phone only.'))}</p>
        </section>
      )}
      <Trouble problem={problem} again={reload} />
      {own && !value && !problem && <Skeleton />}
      {own && value && <TheBranch {...value} />}
      <Mine here={value} changed={reload} />
      {own && value && <LookedAfter {...value} />}
    </>
  )
}
