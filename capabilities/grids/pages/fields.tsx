import { Fixed } from '#web/shared/form/Fixed.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import type { Field, Meaning } from '#web/shared/form/SchemaFields.tsx'
import { w } from '#web/shared/language.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { pathWords } from '#web/shared/register/differences.ts'
import type { Register } from '#web/shared/register/register.ts'
import { text, valueWords } from './words.ts'

/** How a form of a register of the grids means its fields: a grid and a unit are picked by name, a key stays as it is once it is given. */
export function meaningOf(register: Register, isNew: boolean, key: 'code' | 'grid'): Meaning {
  return {
    label: (name) => pathWords(register.fields, name),
    value: valueWords,
    about: (path) => (explained.has(path) ? register.fields[path]?.about : undefined),
    special: (field) => special(field, isNew, key),
  }
}

/** Fields about which a form says what a sheet does: of the others that is codes, which a form has buttons for. */
const explained: ReadonlySet<string> = new Set(['called', 'keeper', 'size', 'invitation', 'invitationUntil', 'hours'])

function special({ path, value, change, optional }: Field, isNew: boolean, key: 'code' | 'grid') {
  const label = { code: w('代码', 'Code'), grid: w('网格', 'Grid') }
  if (path === key && !isNew) return <Fixed label={label[key]} words={w(text(value), text(value))} />
  if (path === 'code') return <Line label={label.code} value={text(value)} change={change} most={60} autoComplete="off" />
  if (path === 'grid')
    return <UnitPicker folds label={label.grid} kinds={['grid']} value={text(value) || undefined} choose={change} />
  if (path === 'company' || path === 'department')
    return (
      <UnitPicker
        {...{ folds: true, optional, choose: change, value: text(value) || undefined }}
        label={path === 'company' ? w('物业企业', 'Property company') : w('牵头部门', 'Department')}
        kinds={path === 'company' ? ['propertyCompany'] : ['bureau', 'street']}
      />
    )
  return undefined
}
