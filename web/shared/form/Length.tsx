import { useSay, type Words, w } from '../language.ts'
import { asValues, type Schema } from './schema.ts'

interface Measured {
  /** What a reader who does not see the table is told of this one. */
  label: string
  schema: Schema
  value: unknown
  change: (value: unknown) => void
  unitWords: (unit: string) => Words
}

const unitsOf = ({ anyOf = [] }: Schema): string[] => anyOf.flatMap(({ properties = {} }) => Object.keys(properties))

/** How long something may take: a number, and in what it is counted. */
export function Length({ label, schema, value, change, unitWords }: Measured) {
  const say = useSay()
  const units = unitsOf(schema)
  const [unit = units[0] ?? '', count] = Object.entries(asValues(value))[0] ?? []
  return (
    <span className="length">
      <input
        className="input"
        type="number"
        min="0"
        step="any"
        inputMode="decimal"
        aria-label={label}
        value={typeof count === 'number' ? String(count) : ''}
        onChange={({ target }) => change({ [unit]: target.value === '' ? undefined : Number(target.value) })}
      />
      <select
        className="input"
        aria-label={`${label} ${say(w('单位', 'unit'))}`}
        value={unit}
        onChange={({ target }) => change({ [target.value]: count })}
      >
        {units.map((one) => (
          <option key={one} value={one}>
            {say(unitWords(one))}
          </option>
        ))}
      </select>
    </span>
  )
}

/** A length with its name above it. */
export function LengthField({ label, ...more }: Omit<Measured, 'label'> & { label: Words }) {
  const say = useSay()
  return (
    <div className="field">
      <span className="legend">{say(label)}</span>
      <Length label={say(label)} {...more} />
    </div>
  )
}
