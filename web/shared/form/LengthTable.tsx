import { useSay, type Words } from '../language.ts'
import { Flaws } from './Flaws.tsx'
import { Length } from './Length.tsx'
import { asValues, type Flaw, flawsAt, type Schema } from './schema.ts'

interface Table {
  label: Words
  schema: Schema
  value: unknown
  change: (value: unknown) => void
  path: string
  flaws: readonly Flaw[]
  nameOf: (field: string) => Words
  unitWords: (unit: string) => Words
}

/** Lengths in rows and columns: each kind of case, each step. */
export function LengthTable({ label, schema, value, change, path, flaws, nameOf, unitWords }: Table) {
  const say = useSay()
  const rows = Object.entries(schema.properties ?? {})
  const columns = Object.entries(rows[0]?.[1].properties ?? {})
  const values = asValues(value)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls a wide table by keys, and must reach it for that
    <section className="lengths" tabIndex={0} aria-label={say(label)}>
      <table>
        <thead>
          <tr>
            <td />
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {say(nameOf(name))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([row]) => {
            const own = asValues(values[row])
            return (
              <tr key={row}>
                <th scope="row">{say(nameOf(row))}</th>
                {columns.map(([column, shape]) => {
                  const { own: wrong, inner } = flawsAt(flaws, `${path}.${row}.${column}`)
                  return (
                    <td key={column}>
                      <Length
                        label={`${say(nameOf(row))} · ${say(nameOf(column))}`}
                        schema={shape}
                        value={own[column]}
                        change={(changed) => change({ ...values, [row]: { ...own, [column]: changed } })}
                        unitWords={unitWords}
                      />
                      <Flaws flaws={[...wrong, ...inner]} />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
