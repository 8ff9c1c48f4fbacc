import { useSay, w } from '#web/shared/language.ts'
import type { CategoryChoice } from '../categories.ts'

/** For a danger the page first names whom to call, and what to do until they come. */
export function Danger({ category: { danger } }: { category: CategoryChoice }) {
  const say = useSay()
  if (!danger) return null
  return (
    <section className="note bad stack close" role="alert">
      <p className="strong">{say(w('有危险先打电话，再报单：', 'In danger call first, then report:'))}</p>
      <div className="line">
        {danger.call.map((number) => (
          <a key={number} className="button main" href={`tel:${number}`}>
            {number}
          </a>
        ))}
      </div>
      <p>{say(danger.advice)}</p>
    </section>
  )
}
