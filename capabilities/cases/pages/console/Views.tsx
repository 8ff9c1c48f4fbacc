import { type ReactNode, useId, useState } from 'react'
import { ask, post } from '#web/shared/ask.ts'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { KeptView } from '../../contract/answers.ts'

/** Conditions that were kept, beside the title of what they are for: choosing one, keeping those of now, and forgetting one's own. */
export function Views({ query, choose, children }: { query: string; choose: (query: string) => void; children: ReactNode }) {
  const [say, id] = [useSay(), useId()]
  const { value, problem, reload } = useLoaded<KeptView[]>('/api/cases/views')
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [open, setOpen] = useState(false)
  const keeping = useSending(
    (input: object) => post('/api/cases/views', input),
    () => {
      setName('')
      setOpen(false)
      reload()
    },
  )
  const forgetting = useSending((view: string) => ask(`/api/cases/views/${view}`, { method: 'DELETE' }), reload)
  const now = value?.find((view) => view.query === query)
  const keeps = query !== '' && !now
  return (
    <div className="line views">
      {children}
      <div className="field far">
        <label htmlFor={id}>{say(w('常用条件', 'Views'))}</label>
        <select
          id={id}
          className="input"
          value={now?.id ?? ''}
          onChange={(event) => choose(value?.find((view) => view.id === event.target.value)?.query ?? '')}
        >
          <option value="">{say(value?.length === 0 ? w('还没有保存过', 'none kept so far') : w('选一个', 'Choose one'))}</option>
          {value?.map((view) => (
            <option key={view.id} value={view.id}>
              {view.name}
              {!view.mine && say(w('（同岗位共享）', ' (shared)'))}
            </option>
          ))}
        </select>
      </div>
      {now?.mine && (
        <button type="button" className="button plain" disabled={forgetting.busy} onClick={() => forgetting.press(now.id)}>
          {say(w('删去这个条件', 'Forget this one'))}
        </button>
      )}
      {keeps && (
        <button type="button" className="button plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(w('保存现在的条件', 'Keep these conditions'))}
        </button>
      )}
      {keeps && open && (
        <form
          className="sheet line"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) keeping.press({ name: name.trim(), query, shared })
          }}
        >
          <Line label={w('名称', 'Name')} value={name} change={setName} most={40} />
          <Tick words={w('同岗位的人也能用', 'Others of my role may use it')} value={shared} choose={setShared} />
          <button type="submit" className="button" disabled={keeping.busy || name.trim() === ''}>
            {say(w('保存', 'Keep'))}
          </button>
        </form>
      )}
      <Trouble problem={keeping.problem ?? forgetting.problem ?? problem} />
    </div>
  )
}
