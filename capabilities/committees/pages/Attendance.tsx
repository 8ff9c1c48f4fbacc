import { useState } from 'react'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { attendances, offices } from '../contract/kinds.ts'
import { useCommand } from './Act.tsx'
import type { Part } from './part.ts'
import { valueWords } from './words.ts'

/** Who came, seat by seat, and whether they are a quorum: told while it is marked. */
export function Attendance({ item, may, changed }: Part) {
  const say = useSay()
  const told = new Map(item.attendance?.map(({ seat, is }) => [seat, is]))
  const [marked, setMarked] = useState<ReadonlyMap<number, string>>(told)
  const { busy, problem, press } = useCommand('meetings', item, 'hold', changed)
  const marks = may.includes('hold')
  const isOf = (seat: number) => marked.get(seat) ?? told.get(seat)
  const unmarked = item.members.filter(({ seat }) => isOf(seat) === undefined).length
  const present = item.members.filter(({ seat }) => (marks ? isOf(seat) : told.get(seat)) === 'present').length
  const counts = marks || item.attendance !== undefined
  return (
    <section className="stack close">
      <h2>{say(w('委员', 'Members'))}</h2>
      <Quorum
        {...{ present: counts ? present : undefined, needed: item.needed, seats: item.seats, members: item.members.length }}
      />
      <ul className="stack tight">
        {item.members.map(({ seat, name, organisation, office }) => (
          <li key={seat} className="line">
            <span>
              <span className="strong">{name}</span> {say(offices[office])} · <span className="soft">{organisation}</span>
            </span>
            {marks ? (
              <Select
                label={w(`${name}是否到会`, `Did ${name} come`)}
                value={isOf(seat) ?? ''}
                asks
                options={optionsOf(attendances)}
                choose={(is) => setMarked(new Map([...marked, [seat, is]]))}
              />
            ) : (
              item.attendance && <span className="chip far">{say(valueWords(told.get(seat) ?? 'absent'))}</span>
            )}
          </li>
        ))}
      </ul>
      <Trouble problem={problem} />
      {marks && (
        <div className="line">
          {unmarked > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => setMarked(new Map(item.members.map(({ seat }) => [seat, isOf(seat) ?? 'present'])))}
            >
              {say(w(`没记的 ${unmarked} 位都到会`, `The ${unmarked} not marked yet came`))}
            </button>
          )}
          <button
            type="button"
            className="button main"
            disabled={busy || unmarked > 0}
            onClick={() => press({ attendance: item.members.map(({ seat }) => ({ seat, is: isOf(seat) })) })}
          >
            {say(item.attendance ? w('改好签到', 'Keep the attendance') : w('记好签到，开会', 'Keep the attendance: it begins'))}
          </button>
        </div>
      )}
    </section>
  )
}

/** The quorum is of seats: vacant ones count too. */
function Quorum({
  present,
  needed,
  seats,
  members,
}: {
  present: number | undefined
  needed: number
  seats: number
  members: number
}) {
  const say = useSay()
  const rule = w(
    `共 ${seats} 席（在任 ${members} 人），至少 ${needed} 人到会才能表决。`,
    `${seats} seats, ${members} of them taken: ${needed} must be present for a vote.`,
  )
  if (present === undefined) return <p className="soft">{say(rule)}</p>
  return (
    <p className={present >= needed ? 'note good' : 'note warm'} role="status">
      {say(
        present >= needed
          ? w(`到会 ${present} 人，达到法定人数。`, `${present} are present: a quorum.`)
          : w(`到会 ${present} 人，不足法定人数。`, `${present} are present: no quorum.`),
      )}{' '}
      {say(rule)}
    </p>
  )
}
