import type { Problem } from '../ask.ts'
import { useSay, type Words } from '../language.ts'

/** What is wrong with a field, beside it. A field that has an id names it by `marksOf`, so that it is read out with the field. */
export function Wrong({ id, wrong }: { id?: string; wrong: Words | undefined }) {
  const say = useSay()
  if (!wrong) return null
  return (
    <p className="wrong" role="alert" {...(id !== undefined && { id: `${id}-wrong` })}>
      {say(wrong)}
    </p>
  )
}

/** The marks of a field with something wrong in it. */
export const marksOf = (id: string, wrong: Words | undefined) =>
  wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {}

/** What the server said of one field, or of what stands in it. */
export const wrongAt = (problem: Problem | undefined, field: string): Words | undefined =>
  problem?.fields?.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.because
