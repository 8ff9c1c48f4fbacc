import { lookOf, type Values } from '../../form/schema.ts'
import { useSay } from '../../language.ts'
import { UnitName } from '../../places/UnitPicker.tsx'
import { described } from '../differences.ts'
import type { Register } from '../register.ts'
import type { Room } from './room.ts'

/** An entry for whoever does not change it: its fields in the order of its form, each called as there; what is empty is left out. */
export function EntryRead({ room, register, entry }: { room: Room; register: Register; entry: Values }) {
  const say = useSay()
  const { label } = room.meaning(register, false)
  const all = Object.keys(register.entry.properties ?? {})
  const sections = room.sections ?? [{ title: room.title, fields: all }]
  return sections.map(({ title, fields }) => {
    const some = fields.flatMap((name) => {
      const schema = register.entry.properties?.[name]
      const value = entry[name]
      return schema === undefined || value === undefined || (Array.isArray(value) && value.length === 0)
        ? []
        : [{ name, schema, value }]
    })
    if (some.length === 0) return null
    return (
      <section key={title.en} className="sheet stack close">
        <h2>{say(title)}</h2>
        <dl className="stack close">
          {some.map(({ name, schema, value }) => (
            <div key={name}>
              <dt className="soft small">{say(label(name))}</dt>
              <dd>
                {room.shows?.(name, value) ??
                  (lookOf(schema) === 'code' && name !== 'code' && typeof value === 'string' ? (
                    <UnitName code={value} />
                  ) : (
                    say(described(value, room.valueWords))
                  ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )
  })
}
