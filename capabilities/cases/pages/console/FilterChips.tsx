import { useSay, w } from '#web/shared/language.ts'
import { filterWords, useChosenWords } from './chosenWords.ts'
import { type Chosen, type FilterName, filterNames } from './tableQuery.ts'

interface Chips {
  chosen: Chosen
  set: (name: FilterName, value: string) => void
}

/** The conditions that hold, each to be taken away by a press: none is at work unseen. */
export const FilterChips = ({ chosen, set }: Chips) => (
  <>
    {filterNames.map((name) => {
      const value = chosen[name]
      return value !== undefined && <Chip key={name} name={name} value={value} drop={() => set(name, '')} />
    })}
  </>
)

function Chip({ name, value, drop }: { name: FilterName; value: string; drop: () => void }) {
  const say = useSay()
  const words = useChosenWords(name, value)
  const label = say(filterWords[name])
  return (
    <button type="button" className="button filter-chip" onClick={drop}>
      <span>
        <span className="soft">{label}</span> {words}
      </span>
      <span aria-hidden="true">×</span>
      <span className="unseen">{say(w('，去掉这个条件', ', take it away'))}</span>
    </button>
  )
}
