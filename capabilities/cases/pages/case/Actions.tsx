import { Suspense, useState } from 'react'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { actWords, concerns, grouped, isAtOnce } from '../commands.ts'
import type { CaseView, FlowDescription, SeenCase } from '../view.ts'
import { leadsTo } from './expected.ts'
import { type After, useCommand } from './useCommand.ts'

// A reporter who only rates needs no forms of workers.
const CommandForm = lazyPage(() => import('./CommandForm.tsx'))
// And whoever works on it rates nothing.
const RateForm = lazyPage(() => import('./RateForm.tsx'))

interface Doing {
  item: SeenCase
  may: readonly string[]
  mayNot: CaseView['mayNot']
  staff: boolean
  flow: FlowDescription | undefined
  open: string | undefined
  setOpen: (name: string | undefined) => void
  main: string | undefined
  after: After
}

/** Everything that may be done with a case, and behind a fold what may not, each with its reason. */
export function Actions({ item, may, mayNot, staff, flow, open, setOpen, main, after }: Doing) {
  const say = useSay()
  if (!flow) return null
  const titleOf = (name: string) => actWords(name, flow.commands[name]?.zh ?? name)
  const schema = open === undefined ? undefined : flow.commands[open]?.input
  const isRating = may.includes('rate')
  if (open !== undefined && schema)
    return (
      <Suspense fallback={<Skeleton rows={3} />}>
        <CommandForm
          key={open}
          item={item}
          name={open}
          title={titleOf(open)}
          leadsTo={leadsTo(flow, open, item.state)}
          schema={schema}
          after={after}
          leave={() => setOpen(undefined)}
        />
      </Suspense>
    )
  const allowed = may.filter((name) => concerns(name, staff) && name !== 'rate')
  // What the case gives no occasion for is left out: a button that never opens is no help.
  const refused = Object.entries(mayNot).filter(([name, { kind }]) => concerns(name, staff) && kind !== 'noOccasion')
  // A rule's refusal is near ("every part must be in first"); the wrong state or the wrong person is not.
  const near = refused.filter(([, { kind }]) => kind === 'rule')
  const far = refused.filter(([, { kind }]) => kind !== 'rule')
  const sorted = [...allowed].sort((one, other) => Number(other === main) - Number(one === main))
  return (
    <>
      {isRating && (
        <Suspense fallback={<Skeleton rows={3} />}>
          <RateForm item={item} after={after} />
        </Suspense>
      )}
      {grouped(sorted).map(({ name: group, words, names }) => (
        <section key={group} className="stack close">
          <h2>{say(words)}</h2>
          <div className="acts">
            {names.map((name) => (
              <Act
                key={name}
                {...{ item, name, after, isMain: name === main }}
                title={titleOf(name)}
                needs={needsInput(flow, name)}
                leadsTo={leadsTo(flow, name, item.state)}
                open={() => setOpen(name)}
              />
            ))}
          </div>
        </section>
      ))}
      {near.length > 0 && <Refusals title={w('还差一步', 'Not yet')} rows={near} titleOf={titleOf} />}
      {far.length > 0 && (
        <details>
          <summary>{say(w('其他操作（现在不能做，点开看原因）', 'Other actions (not now: open to see why)'))}</summary>
          <Refusals rows={far} titleOf={titleOf} />
        </details>
      )}
    </>
  )
}

function Refusals({ title, rows, titleOf }: { title?: Words; rows: [string, Words][]; titleOf: (name: string) => Words }) {
  const say = useSay()
  return (
    <section className="stack close">
      {title && <h2>{say(title)}</h2>}
      <ul className="acts">
        {rows.map(([name, because]) => (
          <Refused key={name} title={titleOf(name)} because={because} />
        ))}
      </ul>
    </section>
  )
}

export const needsInput = (flow: FlowDescription, name: string): boolean =>
  !isAtOnce(name) && Object.keys(flow.commands[name]?.input.properties ?? {}).length > 0

interface Acting {
  item: SeenCase
  name: string
  title: Words
  needs: boolean
  leadsTo: string | undefined
  isMain: boolean
  open: () => void
  after: After
}

/** One allowed command: a form if it takes something, else done with one tap. */
export function Act({ item, name, title, needs, leadsTo: next, isMain, open, after }: Acting) {
  const say = useSay()
  const { busy, problem, press } = useCommand(item, name, title, after, next)
  return (
    <>
      <button
        type="button"
        className={isMain ? 'button main' : 'button wide'}
        data-take={isMain || undefined}
        disabled={busy}
        onClick={() => (needs ? open() : press({}))}
      >
        {say(title)}
      </button>
      <Trouble problem={problem} />
    </>
  )
}

/** A refused command stays visible and says why when it is asked. */
function Refused({ title, because }: { title: Words; because: Words }) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  return (
    <li className={asked ? 'stack tight whole' : 'stack tight'}>
      <button type="button" className="button wide" aria-disabled="true" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {say(title)}
      </button>
      {asked && <p className="note">{say(because)}</p>}
    </li>
  )
}
