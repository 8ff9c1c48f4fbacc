import { useSay, type Words } from '../language.ts'

/** What is wrong with a field, beside it. The field itself names it by `marksOf`, so that it is read out with the field. */
export function Wrong({ id, wrong }: { id: string; wrong: Words | undefined }) {
  const say = useSay()
  if (!wrong) return null
  return (
    <p id={`${id}-wrong`} className="wrong" role="alert">
      {say(wrong)}
    </p>
  )
}

/** The marks of a field with something wrong in it. */
export const marksOf = (id: string, wrong: Words | undefined) =>
  wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {}
