import { streetForms } from '#kernel/place/contract.ts'
import type { Problem } from '../../../shared/ask.ts'
import { Choice } from '../../../shared/form/Choice.tsx'
import { Line } from '../../../shared/form/Line.tsx'
import { Select } from '../../../shared/form/Select.tsx'
import { Wrong, wrongAt } from '../../../shared/form/Wrong.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { AliasFields } from './AliasFields.tsx'
import type { Draft } from './draft.ts'
import { ServesFields } from './ServesFields.tsx'
import { kindWords } from './unit.ts'

interface Fields {
  draft: Draft
  change: (draft: Draft) => void
  /** The kinds to choose from; of one there is nothing to choose. */
  kinds: readonly string[]
  problem: Problem | undefined
}

/** What is said of a unit, when it is added and when it is corrected. */
export function UnitFields({ draft, change, kinds, problem }: Fields) {
  const say = useSay()
  const put = (more: Partial<Draft>) => change({ ...draft, ...more })
  return (
    <>
      <Line
        label={w('名称', 'Name')}
        value={draft.name}
        change={(name) => put({ name })}
        most={100}
        wrong={wrongAt(problem, 'name')}
      />
      {kinds.length > 1 && (
        <Select
          label={w('类型', 'Kind')}
          value={draft.kind}
          options={kinds.map((value) => ({ value, words: kindWords(value) }))}
          choose={(kind) => put({ kind })}
        />
      )}
      <Wrong wrong={wrongAt(problem, 'kind')} />
      {draft.kind === 'street' && (
        <Choice
          legend={w('形式', 'Form')}
          options={Object.entries(streetForms).map(([value, words]) => ({ value, words }))}
          value={draft.form}
          choose={(form) => put({ form })}
        />
      )}
      {draft.kind === 'propertyCompany' && (
        <ServesFields serves={draft.serves} change={(serves) => put({ serves })} problem={problem} />
      )}
      <AliasFields aliases={draft.aliases} change={(aliases) => put({ aliases })} problem={problem} />
      <fieldset className="stack close">
        <legend className="legend">{say(w('位置', 'Point'))}</legend>
        <div className="alias">
          <Line
            optional
            label={w('经度', 'Longitude')}
            value={draft.longitude}
            change={(longitude) => put({ longitude })}
            inputMode="text"
            most={20}
            wrong={wrongAt(problem, 'point')}
          />
          <Line
            optional
            label={w('纬度', 'Latitude')}
            value={draft.latitude}
            change={(latitude) => put({ latitude })}
            inputMode="text"
            most={20}
          />
          <Select
            label={w('哪种坐标', 'Coordinates')}
            value={draft.system}
            options={systems}
            choose={(system) => put({ system })}
          />
        </div>
      </fieldset>
    </>
  )
}

export const systems = [
  { value: 'wgs84', words: w('WGS 84（GPS、测绘）', 'WGS 84 (GPS, surveys)') },
  { value: 'gcj02', words: w('GCJ-02（手机地图、微信）', 'GCJ-02 (phone maps, WeChat)') },
]
