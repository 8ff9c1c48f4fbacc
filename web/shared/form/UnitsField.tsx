import { useSay, type Words, w } from '../language.ts'
import { handlingKinds } from '../places/places.ts'
import { UnitName, UnitPicker } from '../places/UnitPicker.tsx'

/** Any number of units, one after the other. */
export function UnitsField({
  label,
  codes,
  change,
  optional,
}: {
  label: Words
  codes: string[]
  change: (value: unknown) => void
  optional: boolean
}) {
  const say = useSay()
  return (
    <div className="stack close">
      <UnitPicker
        label={label}
        kinds={handlingKinds}
        value={undefined}
        optional={optional}
        choose={(code) => code && !codes.includes(code) && change([...codes, code])}
      />
      {codes.map((code) => (
        <div key={code} className="line">
          <UnitName code={code} />
          <button type="button" className="button far" onClick={() => change(codes.filter((one) => one !== code))}>
            {say(w('去掉', 'Remove'))}
          </button>
        </div>
      ))}
    </div>
  )
}
