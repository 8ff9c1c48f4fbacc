import type { Problem } from '../ask.ts'
import { useSay, type Words } from '../language.ts'

/** Why what stands in a field was not taken, beside it. */
export function Wrong({ words, id }: { words: Words | undefined; id?: string }) {
  const say = useSay()
  if (!words) return null
  return (
    <p className="wrong" role="alert" {...(id !== undefined && { id })}>
      {say(words)}
    </p>
  )
}

/** What the server said of one field, or of what stands in it. */
export const wrongAt = (problem: Problem | undefined, field: string): Words | undefined =>
  problem?.fields?.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.because
