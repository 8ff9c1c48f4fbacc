import { useState } from 'react'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import type { AgendaItem } from '../contract/meeting.ts'
import type { TaskPage } from '../contract/task.ts'
import { Acts } from './Act.tsx'
import { AssignTask } from './AssignTask.tsx'
import type { Part } from './part.ts'
import { TaskLine } from './TaskLine.tsx'
import { VoteForm } from './VoteForm.tsx'

/** The agenda in order; of each item how it was voted on, what was resolved, and the tasks that came of it. */
export function Agenda({ item, may, changed }: Part) {
  const say = useSay()
  const isResolved = item.agenda.some(({ resolution }) => resolution)
  const { value: tasks, reload } = useLoaded<TaskPage>(isResolved ? `/api/tasks?meeting=${item.id}` : undefined)
  return (
    <section className="stack close">
      <h2>{say(w('议程', 'Agenda'))}</h2>
      <ol className="stack close">
        {item.agenda.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its number
          <li key={index} className="card stack tight">
            <h3>
              {index + 1}. {one.subject}
            </h3>
            <p className="soft">
              {say(w(`汇报：${one.presenter}`, `Presented by ${one.presenter}`))}
              {one.decides ? '' : say(w('（不表决）', ' (not voted on)'))}
            </p>
            <Result {...{ one, item }} />
            <Deciding {...{ one, number: index + 1, item, may, changed }} />
            {one.resolution && (
              <>
                {tasks?.rows
                  .filter(({ number }) => number === one.resolution?.number)
                  .map((task) => (
                    <TaskLine key={task.id} task={task} />
                  ))}
                <AssignTask meeting={item.id} item={index + 1} unit={item.unit} done={reload} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** How it was voted on, and what was resolved. */
function Result({ one: { vote, resolution }, item }: { one: AgendaItem } & Pick<Part, 'item'>) {
  const say = useSay()
  const nameOf = (seat: number) => item.members.find((member) => member.seat === seat)?.name ?? String(seat)
  return (
    <>
      {vote && (
        <p>
          <span className="chip">{say(vote.passed ? w('通过', 'passed') : w('未通过', 'not passed'))}</span>{' '}
          {say(
            w(
              `赞成 ${vote.for}，反对 ${vote.against}，弃权 ${vote.abstained}；有表决权 ${item.seats - vote.recused.length} 席`,
              `${vote.for} for, ${vote.against} against, ${vote.abstained} abstained; of ${item.seats - vote.recused.length} seats that may vote`,
            ),
          )}
        </p>
      )}
      {vote?.recused.map(({ seat, because }) => (
        <p key={seat} className="soft">
          {say(w(`${nameOf(seat)}回避：${because}`, `${nameOf(seat)} recused: ${because}`))}
        </p>
      ))}
      {resolution && (
        <p className="note good pre">
          {say(w(`决议 ${resolution.number}`, `Resolution ${resolution.number}`))}
          {resolution.public ? say(w('（公开）', ' (public)')) : ''}
          {say(w('：', ': '))}
          {resolution.text}
        </p>
      )}
    </>
  )
}

/** Recording its vote, and making it a resolution once it passed. */
function Deciding({ one, number, item, may, changed }: { one: AgendaItem; number: number } & Part) {
  const say = useSay()
  const [voting, setVoting] = useState(false)
  if (one.resolution || !one.decides || !may.includes('vote')) return null
  const done = () => {
    setVoting(false)
    changed()
  }
  if (voting) return <VoteForm {...{ item, number, done }} leave={() => setVoting(false)} />
  return (
    <div className="stack close">
      {item.hasQuorum && (
        <div className="line">
          <button type="button" className="button" onClick={() => setVoting(true)}>
            {say(one.vote ? w('改表决', 'Correct the vote') : w('记表决', 'Record the vote'))}
          </button>
        </div>
      )}
      {one.vote?.passed && (
        <Acts {...{ path: 'meetings', item, names: ['resolve'], changed }} begun={{ resolve: { item: number, public: false } }} />
      )}
    </div>
  )
}
