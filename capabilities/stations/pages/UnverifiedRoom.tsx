import { Link } from 'wouter'
import { useAsked } from '#web/shared/asked.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, OnDay, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { UnverifiedPage } from '../contract/tending.ts'
import { Confirm } from './Confirm.tsx'
import { stationValueWords } from './words.ts'

/** The stations whose facts nobody has confirmed for half a year, the oldest first: each confirmed in one tap, or put right. */
export default function UnverifiedRoom() {
  const say = useSay()
  const { pages, turn } = useAsked('from')
  const { value, problem, reload } = useLoaded<UnverifiedPage>(`/api/stations/unverified?from=${pages.at(-1) ?? 0}`)
  return (
    <div className="stack">
      <h1>{say(w('待核实的驿站', 'Stations to confirm'))}</h1>
      <p className="soft">
        {say(
          w(
            '半年没有核实过的排在这里。登记的都对，点一下就好；不对的，点开改正。',
            'Nobody has confirmed these for half a year. If all still holds, one tap says so; if not, open it and put it right.',
          ),
        )}
      </p>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && <Empty words={w('都核实过了。', 'All are confirmed.')} />}
      <ul className="stack close">
        {value?.rows.map(({ code, name, kind, address, communityName, verifiedOn, since }) => (
          <li key={code} className="card stack tight">
            <h2>
              <Link href={`/console/stations/${encodeURIComponent(code)}`}>{name}</Link>
            </h2>
            <p className="soft small">
              {say(stationValueWords(kind))} · {communityName} · {address}
            </p>
            {verifiedOn === undefined && (
              <p className="soft small">
                <OnDay day={since} /> {say(w('启用，还没有核实过', 'it opened, and was never confirmed since'))}
              </p>
            )}
            <Confirm {...{ code, verifiedOn }} unverified={false} done={reload} />
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.more ? String(Number(pages.at(-1) ?? 0) + value.rows.length) : undefined} turn={turn} />
    </div>
  )
}
