import { Choice } from '#web/shared/form/Choice.tsx'
import type { Values } from '#web/shared/form/schema.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type CodedPlace, handlingKinds } from '#web/shared/places/places.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { roleWords } from '#web/shared/roles.ts'
import type { SeenCase } from '../view.ts'

interface Picking {
  legend: Words
  item: SeenCase
  value: Values
  roles: readonly string[]
  choose: (value: unknown) => void
}

/** The roles that can hold a case at a grid of its place, and those at a unit. */
const atGrids = ['gridWorker', 'gridLeader']
const atUnits = ['communitySecretary', 'communityWorker', 'streetDesk', 'clerk', 'unitLeader', 'propertyManager']

/** A grid by its code, with its name. */
const useGrid = (code: string | undefined) =>
  useLoaded<CodedPlace>(code === undefined ? undefined : `/api/places/${encodeURIComponent(code)}`).value

/** Chooses a post: one at a grid of the case's own place, or a role at any unit. */
export function PostPicker({ legend, item, value, roles, choose }: Picking) {
  const say = useSay()
  const { grid1, grid2, dedicated } = item.place
  const grids = [grid2, dedicated, grid1].filter((code) => code !== undefined)
  const named = [useGrid(grid2), useGrid(dedicated), useGrid(grid1)]
  const nameOf = (code: string) => {
    const name = named.find((grid) => grid?.code === code)?.label ?? code
    return w(name, name)
  }
  const role = typeof value.role === 'string' ? value.role : undefined
  const unit = typeof value.unit === 'string' ? value.unit : undefined
  const known = [...(grids.length > 0 ? atGrids : []), ...atUnits].filter((one) => roles.includes(one))
  const isAtGrid = role !== undefined && atGrids.includes(role)
  return (
    <fieldset className="group">
      <legend className="legend">{say(legend)}</legend>
      <Choice
        legend={w('岗位', 'Post')}
        options={known.map((one) => ({ value: one, words: roleWords(one) }))}
        value={role}
        choose={(chosen) => choose({ role: chosen, unit: atGrids.includes(chosen) ? grids[0] : undefined })}
      />
      {isAtGrid && (
        <Choice
          legend={w('网格', 'Grid')}
          options={grids.map((code) => ({ value: code, words: nameOf(code) }))}
          value={unit}
          choose={(code) => choose({ role, unit: code })}
        />
      )}
      {role !== undefined && !isAtGrid && (
        <UnitPicker
          label={w('单位', 'Unit')}
          kinds={handlingKinds}
          value={unit}
          choose={(code) => choose({ role, unit: code })}
        />
      )}
    </fieldset>
  )
}
