import { Both } from '#web/shared/form/Both.tsx'
import { Fixed } from '#web/shared/form/Fixed.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import type { Field, Meaning } from '#web/shared/form/SchemaFields.tsx'
import { type Words, w } from '#web/shared/language.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { pathWords } from '#web/shared/register/differences.ts'
import type { FieldNames } from '#web/shared/register/register.ts'
import { categoryFieldWords, categoryHint, categoryValueWords } from './words.ts'

/** What the fields of a category mean: their names and hints, its code under its group, and the units that may lead. */
export const categoryMeaning = (fields: FieldNames, isNew: boolean, groupWords: (code: string) => Words): Meaning => ({
  label: (name) => categoryFieldWords(name) ?? pathWords(fields, name),
  value: categoryValueWords,
  about: categoryHint,
  special: (field) => special(field, isNew, groupWords),
})

function special({ name, path, value, change, beside }: Field, isNew: boolean, groupWords: (code: string) => Words) {
  const said = typeof value === 'string' ? value : ''
  if (path === 'parent') return <Fixed label={w('大类', 'Group')} words={groupWords(said)} />
  if (path === 'code') {
    if (!isNew) return <Fixed label={w('代码', 'Code')} words={w(said, said)} />
    const start = `${typeof beside.parent === 'string' ? beside.parent : ''}.`
    return (
      <Line
        label={w(`代码（英文字母、数字），前面自动加“${start}”`, `Code (letters, digits), after “${start}”`)}
        value={said.startsWith(start) ? said.slice(start.length) : said}
        change={(typed) => change(typed.trim() === '' ? undefined : `${start}${typed.trim()}`)}
        most={40}
        autoComplete="off"
      />
    )
  }
  if (path === 'name') return <Both short label={w('名称', 'Name')} value={value} change={change} />
  if (name === 'code')
    return (
      <UnitPicker
        label={w('哪个单位', 'Which unit')}
        kinds={beside.unitKind === 'utility' ? ['utility'] : ['bureau']}
        value={said === '' ? undefined : said}
        choose={change}
      />
    )
  return undefined
}
