import { useState } from 'react'
import { Link } from 'wouter'
import { aliasKinds, streetForms } from '#kernel/place/contract.ts'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { UnitName } from '../../../shared/places/UnitPicker.tsx'
import { dayBefore } from '../person.ts'
import { Term } from '../Term.tsx'
import { AddUnit } from './AddUnit.tsx'
import { EditUnit } from './EditUnit.tsx'
import { EndUnit } from './EndUnit.tsx'
import { UnitChanges } from './UnitChanges.tsx'
import { UnitGrids } from './UnitGrids.tsx'
import { UnitMap } from './UnitMap.tsx'
import { UnitPosts } from './UnitPosts.tsx'
import { kindsUnder, kindWords, type UnitCard, unitAddress } from './unit.ts'

/** One unit: what it is, where it lies, who is there, and what can be done with it. */
export function UnitSheet({ card, changed }: { card: UnitCard; changed: () => void }) {
  const say = useSay()
  const { name, kind, code, path, ends } = card
  const [level, setLevel] = useState(card.kind === 'district' || card.kind === 'street' ? 1 : 2)
  return (
    <article className="stack" aria-label={name}>
      <nav className="line small" aria-label={say(w('上级', 'Above it'))}>
        {path.slice(0, -1).map((above) => (
          <span key={above.code} className="line">
            <Link href={unitAddress(above.code)}>{above.name}</Link>
            <span aria-hidden="true">›</span>
          </span>
        ))}
      </nav>
      <div className="line">
        <h2>{name}</h2>
        <span className="chip look-waiting">{say(kindWords(kind))}</span>
        {ends !== undefined && (
          <span className="chip look-stopped">{say(w(`用到 ${dayBefore(ends)}`, `until ${dayBefore(ends)}`))}</span>
        )}
      </div>
      <Facts card={card} />
      <UnitMap card={card} level={level} choose={setLevel} />
      {card.levels.length > 0 && <UnitGrids key={level} card={card} level={level} />}
      <UnitPosts code={code} />
      <div className="stack close">
        <EditUnit card={card} changed={changed} />
        {ends === undefined && kindsUnder(kind).length > 0 && <AddUnit under={card} changed={changed} />}
        {kind !== 'district' && <EndUnit card={card} changed={changed} />}
        <UnitChanges code={code} />
      </div>
    </article>
  )
}

function Facts({ card: { code, kind, form, starts, ends, aliases, below, parent, serves } }: { card: UnitCard }) {
  const say = useSay()
  const estate = kind === 'estate' ? code : kind === 'building' ? parent : undefined
  const forms: Readonly<Record<string, Words>> = streetForms
  const named: Readonly<Record<string, Words>> = aliasKinds
  const formWords = form === undefined ? undefined : forms[form]
  return (
    <dl className="facts">
      <dt>{say(w('编码', 'code'))}</dt>
      <dd>{code}</dd>
      {formWords && (
        <>
          <dt>{say(w('形式', 'form'))}</dt>
          <dd>{say(formWords)}</dd>
        </>
      )}
      <dt>{say(w('有效期', 'in use'))}</dt>
      <dd>
        <Term starts={starts} ends={ends} />
      </dd>
      <dt>{say(w('别名', 'other names'))}</dt>
      <dd>
        {aliases.length === 0 && <span className="soft">{say(w('没有', 'none'))}</span>}
        <ul>
          {aliases.map(({ alias, kind: of }) => (
            <li key={alias}>
              {alias} <span className="soft small">{say(named[of] ?? w(of, of))}</span>
            </li>
          ))}
        </ul>
      </dd>
      {serves.length > 0 && (
        <>
          <dt>{say(w('服务的小区', 'serves'))}</dt>
          <dd>
            <ul>
              {serves.map((estate) => (
                <li key={estate}>
                  <Link href={unitAddress(estate)}>
                    <UnitName code={estate} />
                  </Link>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {below.length > 0 && (
        <>
          <dt>{say(w('下级', 'below it'))}</dt>
          <dd>{below.map(({ kind: of, count }) => `${say(kindWords(of))} ${count}`).join(' · ')}</dd>
        </>
      )}
      {estate !== undefined && (
        <>
          <dt>{say(w('二维码', 'codes'))}</dt>
          <dd>
            <Link href={`/console/codes?${new URLSearchParams({ estate })}`}>
              {say(w('打印这个小区的二维码', 'Print the codes of this estate'))}
            </Link>
          </dd>
        </>
      )}
    </dl>
  )
}
