import { useSay, w } from '#web/shared/language.ts'

/** Says that a case is urgent; nothing of one that is not. */
export function UrgentChip({ urgency }: { urgency: string }) {
  const say = useSay()
  return urgency === 'urgent' ? <span className="chip look-over">{say(w('紧急', 'Urgent'))}</span> : null
}
