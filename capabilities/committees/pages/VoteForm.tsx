import { useState } from 'react'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useCommand } from './Act.tsx'
import type { Part } from './part.ts'

const kinds = [
  { name: 'for', words: w('赞成', 'For') },
  { name: 'against', words: w('反对', 'Against') },
  { name: 'abstained', words: w('弃权', 'Abstained') },
] as const

interface Voting extends Pick<Part, 'item'> {
  number: number
  done: () => void
  leave: () => void
}

/** The numbers of a vote, with who recuses and why; how many are still to be counted is told while one types. */
export function VoteForm({ item, number, done, leave }: Voting) {
  const say = useSay()
  // One that is put right begins as it was written down.
  const { vote } = item.agenda[number - 1] ?? {}
  const [votes, setVotes] = useState<Readonly<Record<string, string>>>(() =>
    vote ? Object.fromEntries(kinds.map(({ name }) => [name, String(vote[name])])) : {},
  )
  const [recused, setRecused] = useState<ReadonlyMap<number, string>>(
    () => new Map(vote?.recused.map(({ seat, because }) => [seat, because])),
  )
  const { busy, problem, press } = useCommand('meetings', item, 'vote', done)
  const here = new Set(item.attendance?.filter(({ is }) => is === 'present').map(({ seat }) => seat))
  const counted = kinds.reduce((sum, { name }) => sum + Number(votes[name] ?? 0), 0)
  const left = here.size - recused.size - counted
  const unsaid = [...recused.values()].some((because) => because.trim() === '')
  const lacks = left !== 0 || unsaid
  const recuse = (seat: number, because: string | undefined) => {
    const next = new Map(recused)
    if (because === undefined) next.delete(seat)
    else next.set(seat, because)
    setRecused(next)
  }
  return (
    <form
      className="sheet stack"
      onSubmit={(event) => {
        event.preventDefault()
        press({
          item: number,
          recused: [...recused].map(([seat, because]) => ({ seat, because })),
          ...Object.fromEntries(kinds.map(({ name }) => [name, Number(votes[name] ?? 0)])),
        })
      }}
    >
      <fieldset className="stack close">
        <legend className="legend">{say(w('谁回避（不参加这一项表决）', 'Who recuses from this item'))}</legend>
        {item.members
          .filter(({ seat }) => here.has(seat))
          .map(({ seat, name }) => (
            <div key={seat} className="stack tight">
              <Tick words={w(name, name)} value={recused.has(seat)} choose={(chosen) => recuse(seat, chosen ? '' : undefined)} />
              {recused.has(seat) && (
                <Line
                  label={w(`${name}为什么回避`, `Why ${name} recuses`)}
                  value={recused.get(seat) ?? ''}
                  most={200}
                  change={(because) => recuse(seat, because)}
                />
              )}
            </div>
          ))}
      </fieldset>
      {kinds.map(({ name, words }) => (
        <Line
          key={name}
          label={words}
          type="number"
          inputMode="numeric"
          min={0}
          value={votes[name] ?? ''}
          change={(value) => setVotes({ ...votes, [name]: value })}
        />
      ))}
      <p className={lacks ? 'note warm' : 'note good'} role="status">
        {say(
          left === 0
            ? w('票数对上了。', 'The votes add up.')
            : left > 0
              ? w(`还有 ${left} 票没有记。`, `${left} votes are still to be counted.`)
              : w(`多了 ${-left} 票。`, `${-left} votes too many.`),
        )}
        {unsaid && say(w('还差回避的原因。', ' Why somebody recuses is still to be said.'))}
      </p>
      <Trouble problem={problem} />
      <button type="submit" className="button main wide" disabled={busy || lacks}>
        {say(w('记好表决', 'Keep the vote'))}
      </button>
      <button type="button" className="button plain" onClick={leave}>
        {say(w('先不记', 'Not now'))}
      </button>
    </form>
  )
}
