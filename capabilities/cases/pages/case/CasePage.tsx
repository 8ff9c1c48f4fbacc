import { useState } from 'react'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { isStaff, useSession } from '#web/shared/session.tsx'
import { mainOf } from '../commands.ts'
import type { CaseView, FlowDescription, SeenEvent } from '../view.ts'
import { Actions } from './Actions.tsx'
import { Details } from './Details.tsx'
import { Door } from './Door.tsx'
import { Head } from './Head.tsx'
import { History } from './History.tsx'
import { Limits } from './Limits.tsx'
import { Thumb } from './Thumb.tsx'

/** One case, for everybody: what it is and how it stands, what happened, and what its reader may do with it. */
export default function CasePage({ id }: { id: string }) {
  const say = useSay()
  const { value: session } = useSession()
  const view = useLoaded<CaseView>(`/api/cases/${id}`)
  const events = useLoaded<SeenEvent[]>(view.value ? `/api/cases/${id}/events` : undefined)
  const flow = useLoaded<FlowDescription>('/api/flows/cases')
  const [open, setOpen] = useState<string>()
  const [told, setTold] = useState<{ words: Words; good: boolean }>()
  const reload = () => {
    view.reload()
    events.reload()
  }
  useLive((item) => {
    if (item === undefined || item === id) reload()
  }, view.value !== undefined)

  const notSignedIn = view.problem?.status === 401
  const { item, may = [], mayNot = {} } = view.value ?? {}
  const staff = isStaff(session)
  const main = mainOf(may, item?.contactedAt !== undefined)
  const shared = { may, mayNot, staff, flow: flow.value, open, setOpen }
  const after = (reply: CaseView | null, words: Words, good = true) => {
    setOpen(undefined)
    setTold({ words, good })
    if (reply) view.put(reply)
    else if (good) view.reload()
    else reload()
    events.reload()
    scrollTo({ top: 0 })
  }
  return (
    <Frame title={item ? w(item.number, item.number) : w('事项', 'Case')} broad>
      <div className="two">
        <div className="stack">
          {told && (
            <p className={told.good ? 'note good' : 'note warm'} role="status">
              {say(told.words)}
            </p>
          )}
          {notSignedIn && <Door done={view.reload} />}
          {view.problem && !notSignedIn && <Trouble problem={view.problem} again={reload} />}
          {!item && !view.problem && <Skeleton rows={6} />}
          {item && (
            <>
              <Head item={item} staff={staff} />
              <Details item={item} id={id} />
            </>
          )}
        </div>
        {item && (
          <div className="aside stack" id="actions">
            <Actions {...shared} item={item} main={main} after={after} />
            <Limits item={item} staff={staff} />
          </div>
        )}
        {item && (
          <div className="after">
            <History events={events} staff={staff} />
          </div>
        )}
      </div>
      {item && !open && <Thumb {...{ item, main, may, flow: flow.value, after }} choose={setOpen} />}
    </Frame>
  )
}
