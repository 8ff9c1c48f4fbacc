import { useSay, w } from './language.ts'

/** Back to the question before, with its answer kept. */
export function BackStep({ back }: { back: () => void }) {
  const say = useSay()
  return (
    <button type="button" className="button" onClick={back}>
      {say(w('‹ 上一步', '‹ Back'))}
    </button>
  )
}
