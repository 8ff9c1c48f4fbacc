import type { FlowDescription } from '../../../shared/flow.ts'
import { Choice } from '../../../shared/form/Choice.tsx'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { flows } from './webhook.ts'

type Events = 'all' | string[]

/** Which events are sent: all, also those to come, or some of them. */
export function EventChoice({ value, choose }: { value: Events; choose: (events: Events) => void }) {
  return (
    <div className="stack close">
      <Choice
        legend={w('推送哪些变化', 'Which events')}
        options={[
          { value: 'all', words: w('全部，以后新增的也推', 'All, those to come too') },
          { value: 'some', words: w('只推选中的', 'Only some') },
        ]}
        value={value === 'all' ? 'all' : 'some'}
        choose={(one) => choose(one === 'all' ? 'all' : [])}
      />
      {value !== 'all' && flows.map((flow) => <OfFlow key={flow.path} {...flow} value={value} choose={choose} />)}
    </div>
  )
}

interface OfOne {
  path: string
  words: Words
  value: string[]
  choose: (events: string[]) => void
}

function OfFlow({ path, words, value, choose }: OfOne) {
  const say = useSay()
  const { value: flow, problem, reload } = useLoaded<FlowDescription>(`/api/flows/${path}`)
  return (
    <fieldset className="filters">
      <legend className="legend">{say(words)}</legend>
      <Trouble problem={problem} again={reload} />
      {!flow && !problem && <Skeleton rows={2} />}
      {Object.entries(flow?.commands ?? {}).map(([name, { zh }]) => {
        const event = `${path}.${name}`
        return (
          <label key={event} className="line">
            <input
              type="checkbox"
              checked={value.includes(event)}
              onChange={({ target }) => choose(target.checked ? [...value, event] : value.filter((one) => one !== event))}
            />
            {say(w(zh, name))}
          </label>
        )
      })}
    </fieldset>
  )
}
