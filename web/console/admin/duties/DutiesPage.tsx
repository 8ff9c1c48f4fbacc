import { useSay, w } from '../../../shared/language.ts'
import { useSession } from '../../../shared/session.tsx'
import { Roster } from './Roster.tsx'
import { StandIns } from './StandIns.tsx'
import './duties.css'

/** Who is on duty at night, street by street and week by week; and who stands in during a leave. Each for whom it is their business. */
export default function DutiesPage() {
  const say = useSay()
  const { value: session } = useSession()
  if (!session) return null
  const { role, unit } = session
  return (
    <div className="stack duties">
      <h1>{say(w('值班与替班', 'Duty and stand-ins'))}</h1>
      {role === 'streetDesk' && unit !== undefined && <Roster street={unit} keeps />}
      {role === 'systemAdmin' && <Roster keeps />}
      {role === 'dispatcher' && <Roster keeps={false} />}
      <StandIns session={session} />
    </div>
  )
}
