import { aliasKinds } from '#kernel/place/contract.ts'
import type { Problem } from '../../../shared/ask.ts'
import { Line } from '../../../shared/form/Line.tsx'
import { Select } from '../../../shared/form/Select.tsx'
import { wrongAt } from '../../../shared/form/Wrong.tsx'
import { freshId } from '../../../shared/fresh.ts'
import { useSay, w } from '../../../shared/language.ts'

export interface Alias {
  /** Its own key on the page, so that a line keeps what is typed when another goes. */
  key: string
  alias: string
  kind: string
}

/** The other names of a place: official codes, addresses, door plates, codes already printed. */
export function AliasFields({
  aliases,
  change,
  problem,
}: {
  aliases: readonly Alias[]
  change: (aliases: Alias[]) => void
  problem: Problem | undefined
}) {
  const say = useSay()
  const put = (index: number, more: Partial<Alias>) =>
    change(aliases.map((one, place) => (place === index ? { ...one, ...more } : one)))
  return (
    <fieldset className="stack close">
      <legend className="legend">{say(w('别名', 'Other names'))}</legend>
      {aliases.map(({ key, alias, kind }, index) => (
        <div key={key} className="alias">
          <Line
            label={w(`别名 ${index + 1}`, `Name ${index + 1}`)}
            value={alias}
            change={(value) => put(index, { alias: value })}
            most={200}
            wrong={wrongAt(problem, `aliases.${index}`)}
          />
          <Select
            label={w('是什么', 'What it is')}
            value={kind}
            options={Object.entries(aliasKinds).map(([value, words]) => ({ value, words }))}
            choose={(value) => put(index, { kind: value })}
          />
          <button type="button" className="button" onClick={() => change(aliases.filter((one) => one.key !== key))}>
            {say(w('去掉', 'Remove'))}
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          disabled={aliases.length >= 20}
          onClick={() => change([...aliases, { key: freshId(), alias: '', kind: 'doorPlate' }])}
        >
          {say(w('加一个别名', 'Add a name'))}
        </button>
      </div>
    </fieldset>
  )
}
