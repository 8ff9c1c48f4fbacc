import { useId } from 'react'
import { useSay, type Words, w } from '../language.ts'

interface Choosing {
  label: Words
  sheet: { chosen: boolean; looking: boolean; choose: (file: File | undefined) => void; look: () => void }
}

/** Chooses a sheet, and has it looked at before anything is written. */
export function SheetFile({ label, sheet: { chosen, looking, choose, look } }: Choosing) {
  const say = useSay()
  const id = useId()
  return (
    <form
      className="stack close"
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{say(label)}</label>
        <input id={id} className="input" type="file" accept=".xlsx,.csv" onChange={({ target }) => choose(target.files?.[0])} />
      </div>
      <button type="submit" className="button" disabled={!chosen || looking}>
        {say(
          looking
            ? w('正在看…', 'Looking…')
            : chosen
              ? w('先看看，不写入', 'Look first, write nothing')
              : w('先选一个表格', 'Choose a sheet first'),
        )}
      </button>
    </form>
  )
}
