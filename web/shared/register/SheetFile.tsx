import { useId } from 'react'
import { useSay, type Words, w } from '../language.ts'
import { Running } from '../Running.tsx'

interface Choosing {
  label: Words
  sheet: { chosen: boolean; looking: boolean; writing: boolean; choose: (file: File | undefined) => void; look: () => void }
}

/** Chooses a sheet, and has it looked at before anything is written; says while that goes on. */
export function SheetFile({ label, sheet: { chosen, looking, writing, choose, look } }: Choosing) {
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
      {looking && <Running words={w('正在逐格检查表格', 'Looking at the sheet, cell by cell')} />}
      {writing && <Running words={w('正在写入整张表格', 'Writing the whole sheet')} />}
    </form>
  )
}
