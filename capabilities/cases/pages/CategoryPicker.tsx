import { useId, useState } from 'react'
import { Offered } from '#web/shared/form/Offered.tsx'
import { useFolded } from '#web/shared/form/useFolded.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { matching, useCategories } from './categories.ts'

/** Chooses a category by a word, or from the whole list. */
export function CategoryPicker({
  label,
  value,
  choose,
  folds = false,
}: {
  label: Words
  value: string | undefined
  choose: (code: string | undefined) => void
  /** Whether the list shows only while somebody is in the field, over what follows. */
  folds?: boolean
}) {
  const [say, id] = [useSay(), useId()]
  const [typed, setTyped] = useState('')
  const { list, box, close } = useFolded(folds)
  const { value: categories, problem, reload } = useCategories()
  const chosen = categories?.find(({ code }) => code === value)
  if (chosen)
    return (
      <div className="field">
        <span className="legend">{say(label)}</span>
        <div className="line">
          <span className="strong">{say(chosen.name)}</span>
          <button type="button" className="button far" onClick={() => choose(undefined)}>
            {say(w('换一类', 'Change'))}
          </button>
        </div>
      </div>
    )
  const found = categories && matching(categories, typed)
  const take = (code: string) => {
    close()
    choose(code)
  }
  return (
    <div {...box}>
      <label htmlFor={id}>{say(label)}</label>
      <input
        id={id}
        className="input"
        type="search"
        value={typed}
        placeholder={say(w('打一个词：路灯、噪音、漏水', 'Type a word: lamp, noise, leak'))}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Offered {...list}>
        <Trouble problem={problem} again={reload} />
        {!found && !problem && <Skeleton rows={3} />}
        {found && found.length === 0 && (
          <Empty
            words={w(
              '没有对上的类别，换个词，或清空后从全部里选',
              'No category for this word: try another, or clear it and choose from all',
            )}
          />
        )}
        {found && found.length > 0 && (
          <ul className="rows tall">
            {found.map(({ code, name }) => (
              <li key={code}>
                <button type="button" onClick={() => take(code)}>
                  {say(name)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Offered>
    </div>
  )
}
