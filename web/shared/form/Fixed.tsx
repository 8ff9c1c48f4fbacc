import { useSay, type Words } from '../language.ts'

/** What does not change any more. */
export function Fixed({ label, words }: { label: Words; words: Words }) {
  const say = useSay()
  return (
    <p className="line">
      <span className="legend">{say(label)}</span> <span className="whole">{say(words)}</span>
    </p>
  )
}
