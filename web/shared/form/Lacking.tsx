import { useSay, type Words, w } from '../language.ts'

/** What a form still lacks, above its grey button. */
export function Lacking({ what }: { what: readonly Words[] }) {
  const say = useSay()
  if (what.length === 0) return null
  return (
    <p className="soft">
      {say(w('还差：', 'Still missing: '))}
      {what.map(say).join(say(w('、', ', ')))}
    </p>
  )
}
