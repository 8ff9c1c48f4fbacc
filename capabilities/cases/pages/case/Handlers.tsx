import { useState } from 'react'
import { Optional } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { asValues } from '#web/shared/form/schema.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { handlingKinds } from '#web/shared/places/places.ts'
import { UnitName, UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import type { Handlers } from '../../contract/answers.ts'
import type { SeenCase } from '../view.ts'
import { fieldWords } from '../words.ts'

type Handler = Handlers['assisting'][number]

const useHandlers = ({ id }: SeenCase) => useLoaded<Handlers>(`/api/cases/${id}/handlers`).value

interface Asked {
  item: SeenCase
  legend: Words
  optional: boolean
  change: (value: unknown) => void
}

/** The lead unit: by the category, by who solved such cases there before, or any other. */
export function LeadField({ item, legend, optional, change, value }: Asked & { value: string | undefined }) {
  const handlers = useHandlers(item)
  const offered = [
    ...(handlers?.lead ? [{ ...handlers.lead, why: w('按类别', 'by its category') }] : []),
    ...(handlers?.before ?? []).map((one) => ({
      ...one,
      why: w(`近一年办结 ${one.times} 件`, `solved ${one.times} of late`),
    })),
  ]
  return (
    <>
      <UnitPicker label={legend} kinds={handlingKinds} value={value} choose={change} optional={optional} />
      <Offered offered={offered.filter(({ unit }, index) => unit !== value && isFirst(offered, index))} choose={change} />
    </>
  )
}

/** The assisting units with what each is asked to do; those that usually assist are a tap away. */
export function AssistingField({ item, legend, optional, change, value }: Asked & { value: unknown }) {
  const say = useSay()
  const handlers = useHandlers(item)
  const rows = (Array.isArray(value) ? value : []).map(asValues)
  const codes = rows.map(({ unit }) => unit)
  const [adding, setAdding] = useState(false)
  const add = (unit: string | undefined) => {
    if (unit === undefined || codes.includes(unit)) return
    setAdding(false)
    change([...rows, { unit }])
  }
  const offered = (handlers?.assisting ?? []).map((one) => ({ ...one, why: w('常协办', 'usually assists') }))
  return (
    <fieldset className="stack close">
      <legend className="legend">
        {say(legend)} {optional && <Optional />}
      </legend>
      {rows.map((row) => (
        <div key={String(row.unit)} className="group">
          <div className="line">
            <UnitName code={String(row.unit)} />
            <button type="button" className="button far" onClick={() => change(rows.filter((one) => one !== row))}>
              {say(w('去掉', 'Remove'))}
            </button>
          </div>
          <Line
            label={fieldWords('dispatch', 'task')}
            value={typeof row.task === 'string' ? row.task : ''}
            change={(task) => change(rows.map((one) => (one === row ? { ...row, task } : one)))}
            most={500}
          />
        </div>
      ))}
      <Offered offered={offered.filter(({ unit }) => !codes.includes(unit))} choose={add} />
      {adding ? (
        <UnitPicker label={w('加哪个单位', 'Which unit')} kinds={handlingKinds} value={undefined} choose={add} />
      ) : (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {say(w('＋ 加一个协办单位', '＋ Add a unit'))}
        </button>
      )}
    </fieldset>
  )
}

const isFirst = (all: readonly Handler[], index: number) => all.findIndex(({ unit }) => unit === all[index]?.unit) === index

function Offered({ offered, choose }: { offered: readonly (Handler & { why: Words })[]; choose: (unit: string) => void }) {
  const say = useSay()
  if (offered.length === 0) return null
  return (
    <ul className="rows">
      {offered.map(({ unit, name, why }) => (
        <li key={unit}>
          <button type="button" onClick={() => choose(unit)}>
            {name} <span className="soft small">{say(why)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
