import { Link } from 'wouter'
import type { View } from '#kernel/flow/view.ts'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { exact, span } from '#web/shared/time.ts'
import type { SeenMeeting } from '../contract/meeting.ts'
import { Acts, NotYet } from './Act.tsx'
import { Agenda } from './Agenda.tsx'
import { Attendance } from './Attendance.tsx'
import { Minutes } from './Minutes.tsx'
import { meetingLooks, meetingWords, signsAnew } from './words.ts'

/** One meeting: when and where, its agenda with votes and resolutions, who came, and its minutes. */
export function MeetingPage({ id }: { id: string }) {
  const [say, now] = [useSay(), useNow()]
  const { value, problem, reload } = useLoaded<View<SeenMeeting>>(`/api/meetings/${id}`)
  useLive(reload)
  if (!value) return problem ? <Trouble problem={problem} again={reload} /> : <Skeleton rows={8} />
  const { item, may, mayNot } = value
  const { state, committeeName, startsAt, endsAt, venue, agenda, corrects, putOffs, because, corrections = [] } = item
  const arranging = ['call', 'amend', 'reseat', 'putOff', 'cancel', 'correct'].filter((name) => may.includes(name))
  const planned = agenda.map(({ subject, presenter, decides }) => ({ subject, presenter, decides }))
  return (
    <div className="stack">
      <Link href="/console/meetings">{say(w('‹ 全部会议', '‹ All meetings'))}</Link>
      <h1>{committeeName}</h1>
      <div className="line">
        <LookChip look={meetingLooks[state]} words={meetingWords[state]} />
        <span>
          {say(span(Date.parse(startsAt), Date.parse(endsAt), (moment) => exact(moment, now)))} · {venue}
        </span>
        <a className="button" href={`/api/meetings/${id}/calendar.ics`} download>
          {say(w('加到日历', 'To the calendar'))}
        </a>
      </div>
      {because !== undefined && <p className="note warm">{say(w(`取消原因：${because}`, `Cancelled: ${because}`))}</p>}
      {putOffs.map((one) => (
        <p key={one.at} className="soft">
          {say(exact(Date.parse(one.from), now))} {say(w(`改期：${one.because}`, `put off: ${one.because}`))}
        </p>
      ))}
      {corrections.map((one) => (
        <p key={one.at} className="soft">
          {say(exact(Date.parse(one.at), now))} {one.by} {say(w(`更正：${one.because}`, `corrected: ${one.because}`))}
        </p>
      ))}
      {corrects !== undefined && (
        <p>
          <Link href={`/console/meetings/${corrects}`}>
            {say(w('本次更正这次会议的纪要', 'It corrects the minutes of this meeting'))}
          </Link>
        </p>
      )}
      <Acts
        {...{ path: 'meetings', item, names: arranging, changed: reload }}
        warnings={{
          cancel: w('取消后不能恢复，会通知各位委员。', 'It cannot be taken back, and the members are told.'),
          correct: item.signatures?.length ? signsAnew : undefined,
        }}
        begun={{
          amend: { venue, agenda: planned },
          putOff: { startsAt, endsAt },
          correct: { startsAt, endsAt, venue, agenda: planned },
        }}
      />
      <Attendance {...{ item, may, changed: reload }} />
      <Agenda {...{ item, may, changed: reload }} />
      <Minutes {...{ item, may, changed: reload }} />
      <NotYet {...{ path: 'meetings', mayNot, names: ['call', 'minute'] }} />
    </div>
  )
}
