import { Link } from 'wouter'
import { useAsked } from '#web/shared/asked.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { TaskPage as Listed } from '../contract/task.ts'
import { conditionsIn, Filters } from './Filters.tsx'
import { TaskLine } from './TaskLine.tsx'
import { TaskPage } from './TaskPage.tsx'
import { taskWords } from './words.ts'

const home = '/console/tasks'
const tabs = [
  { part: '', words: w('办理中', 'Under way') },
  { part: 'mine', words: w('本单位承办', 'Held by my unit') },
  { part: 'overdue', words: w('已超期', 'Overdue') },
  { part: 'closed', words: w('已办结', 'Accepted') },
] as const

/** The tasks that resolutions gave, at a desk: their list, and one. */
export default function TasksRoom({ code }: { code?: string }) {
  return code === undefined ? <List /> : <TaskPage key={code} id={code} />
}

function List() {
  const say = useSay()
  const { search, asked, pages, turn } = useAsked()
  const conditions = conditionsIn(asked)
  const part = tabs.find((tab) => tab.part === search.get('part'))?.part ?? ''
  const after = pages.at(-1)
  const query = new URLSearchParams({
    ...conditions,
    ...(part !== '' && { [part]: 'true' }),
    ...(after !== undefined && { after }),
  })
  const { value, problem, reload } = useLoaded<Listed>(`/api/tasks?${query}`)
  useLive(reload)
  const { assigned, done } = taskWords
  const isOpen = part === '' || part === 'mine'
  return (
    <div className="stack">
      <h1>{say(w('议定事项', 'Tasks of committees'))}</h1>
      <p className="soft">
        {say(
          w(
            '委员会决议交办的事项，跟踪到验收为止。',
            'What committees resolved and gave to a unit, tracked until it is accepted.',
          ),
        )}
      </p>
      <nav className="tabs" aria-label={say(w('事项分类', 'Parts of the list'))}>
        {tabs.map((tab) => (
          <Link
            key={tab.part}
            href={tab.part === '' ? home : `${home}?part=${tab.part}`}
            {...(tab.part === part && { 'aria-current': 'page' as const })}
          >
            {say(tab.words)}
          </Link>
        ))}
      </nav>
      <Filters states={isOpen ? { assigned, done } : {}} />
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && <Empty words={w('这里没有议定事项。', 'There is none here.')} />}
      <ul className="stack close">
        {value?.rows.map((task) => (
          <li key={task.id} className="card stack tight">
            <TaskLine task={task} />
            <p className="soft small">{task.committeeName}</p>
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.more ? value.rows.at(-1)?.id : undefined} turn={turn} />
    </div>
  )
}
