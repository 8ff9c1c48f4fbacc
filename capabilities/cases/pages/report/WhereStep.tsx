import { useSay, w } from '#web/shared/language.ts'
import { PlacePicker } from '#web/shared/places/PlacePicker.tsx'
import type { ChosenPlace } from '#web/shared/places/places.ts'

interface Step {
  place: ChosenPlace | undefined
  choose: (place: ChosenPlace) => void
  back: () => void
}

/** The second question: where. It is not asked of those who scanned a code. */
export default function WhereStep({ place, choose, back }: Step) {
  const say = useSay()
  return (
    <div className="stack">
      <h1>{say(w('在哪里？', 'Where is it?'))}</h1>
      <PlacePicker choose={choose} before={place} back={back} />
    </div>
  )
}
