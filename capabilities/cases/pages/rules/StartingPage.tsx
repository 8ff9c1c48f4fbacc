import { useState } from 'react'
import { Link } from 'wouter'
import { post } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { Adopted, StartingBody, StartingSet } from '../../contract/starting.ts'

const path = '/api/registers/categories/starting-set'

/** Categories to start with: which of the district's units the bodies are that lead them, then all of it is adopted at once. */
export function StartingPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<StartingSet>(path)
  const [chosen, setChosen] = useState<Record<string, string | undefined>>({})
  const [told, setTold] = useState<Adopted>()
  const adopting = useSending(
    (units: Record<string, string>, key: string) => post<Adopted>(path, { units }, { 'idempotency-key': key }),
    (adopted) => {
      setTold(adopted)
      reload()
    },
  )
  const unitOf = ({ code, unit }: StartingBody) => (Object.hasOwn(chosen, code) ? chosen[code] : unit?.code)
  const units = Object.fromEntries(
    (value?.bodies ?? []).flatMap((body): [string, string][] => {
      const unit = unitOf(body)
      return unit === undefined ? [] : [[body.code, unit]]
    }),
  )
  const left = value ? value.categories - value.there : 0
  return (
    <div className="stack">
      <Link href="/console/categories">{say(w('‹ 全部类别', '‹ All categories'))}</Link>
      <h1>{say(w('起步目录', 'Categories to start with'))}</h1>
      <p className="soft">
        {say(
          w(
            '一套现成的事项类别，含立案条件、结案标准、时限和答复用语。整套采用后就是本区自己的，可以逐项再改。先对一下目录里的部门在本区是哪个单位；暂时没有的先空着，等单位建好再来补。',
            'Categories ready to use, with their conditions, limits and texts. Once adopted they are the district’s own to change. Say which of your units each body is; leave out what is not there yet, and come back for it.',
          ),
        )}
      </p>
      <Trouble problem={problem ?? adopting.problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {told && (
        <p className="note good" role="status">
          {say(
            w(
              `采用了 ${told.added} 类${told.waiting.length > 0 ? `，还有 ${told.waiting.length} 类在等主办单位` : ''}。`,
              `${told.added} adopted${told.waiting.length > 0 ? `, ${told.waiting.length} wait for the unit that leads them` : ''}.`,
            ),
          )}
        </p>
      )}
      {value && left === 0 && (
        <p className="note good">{say(w('起步目录里的类别都有了。', 'All categories to start with are there.'))}</p>
      )}
      {value && left > 0 && (
        <>
          <button type="button" className="button main" disabled={adopting.busy} onClick={() => adopting.press(units)}>
            {say(
              adopting.busy
                ? w('正在写入…', 'Adopting…')
                : w(`采用（还没有的 ${left} 类，缺主办的先不采用）`, `Adopt (${left} not there yet; those without a lead wait)`),
            )}
          </button>
          <ul className="cards">
            {value.bodies.map((body) => (
              <li key={body.code} className="card">
                <Body body={body} unit={unitOf(body)} choose={(unit) => setChosen({ ...chosen, [body.code]: unit })} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Body({
  body: { name, unitKind, categories },
  unit,
  choose,
}: {
  body: StartingBody
  unit: string | undefined
  choose: (unit: string | undefined) => void
}) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <div className="stack tight">
      <p>
        <span className="strong">{say(name)}</span>{' '}
        <span className="soft small">
          {say(categories > 0 ? w(`主办 ${categories} 类`, `leads ${categories}`) : w('只协办', 'assists only'))}
        </span>
      </p>
      {unit === undefined && !open ? (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {say(w('本区没有对上，选一个', 'Not found here: choose one'))}
        </button>
      ) : (
        <UnitPicker label={w('在本区是', 'Here it is')} kinds={[unitKind]} value={unit} choose={choose} />
      )}
    </div>
  )
}
