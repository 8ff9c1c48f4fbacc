import { useState } from 'react'
import { ask } from '../../../shared/ask.ts'
import { Choice, Tick } from '../../../shared/form/Choice.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { Trouble } from '../../../shared/parts.tsx'
import { Running } from '../../../shared/Running.tsx'
import { useSending } from '../../../shared/sending.ts'
import { systems } from '../places/UnitFields.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { FeatureTable } from './FeatureTable.tsx'
import { Gaps } from './Gaps.tsx'
import type { Chosen, ImportReport } from './report.ts'
import './import.css'

const kinds = [
  {
    value: 'units',
    words: w('单位（街道、社区、小区、楼栋、承办单位）', 'Units (streets, communities, estates, buildings, handling units)'),
  },
  { value: 'grids', words: w('网格', 'Grids') },
]
/** A whole district takes its time: half an hour at most. */
const patience = 30 * 60_000

/** Importing units or grids from GeoJSON: looked through first, feature by feature; then all of it, or nothing, or what is right. */
export default function ImportPage() {
  const say = useSay()
  const [what, setWhat] = useState<string>()
  const [system, setSystem] = useState<string>()
  const [chosen, setChosen] = useState<Chosen>()
  const [preview, setPreview] = useState<ImportReport>()
  const [done, setDone] = useState<ImportReport>()
  const [skip, setSkip] = useState(false)
  const send = (query: Record<string, string>) =>
    ask<ImportReport>(`/api/import/${what}?${new URLSearchParams({ system: system ?? '', ...query })}`, {
      ...{ method: 'POST', body: chosen?.content, patience },
    })
  const looking = useSending(() => send({ preview: 'true', skip: 'true' }), setPreview)
  const bringing = useSending(
    (skipping: boolean) => send(skipping ? { skip: 'true' } : {}),
    (report) => {
      setDone(report)
      setPreview(undefined)
    },
  )
  const anew = () => {
    setPreview(undefined)
    setDone(undefined)
    setSkip(false)
    looking.forget()
    bringing.forget()
  }
  const count = chosen?.features.length ?? 0
  const ready = what !== undefined && system !== undefined && chosen !== undefined
  return (
    <div className="stack importing">
      <h1>{say(w('导入单位和网格', 'Import units and grids'))}</h1>
      <p className="soft">
        {say(
          w(
            'GeoJSON 文件，每个要素一个单位或网格。先预检，看清再导入；预检不改任何东西。已有的编码会更新；网格换了边界，旧边界留着，有效到今天。',
            'A GeoJSON file, one unit or grid a feature. It is looked through first, which changes nothing. Codes that are there are written over; a grid with a new boundary keeps its old one, valid until today.',
          ),
        )}
      </p>
      <form
        className="stack sheet"
        onSubmit={(event) => {
          event.preventDefault()
          anew()
          looking.press({})
        }}
      >
        <Choice
          legend={w('导入什么', 'What to import')}
          options={kinds}
          value={what}
          choose={(value) => {
            setWhat(value)
            anew()
          }}
        />
        <Choice
          legend={w('文件里是哪种坐标', 'Which coordinates the file has')}
          options={systems}
          value={system}
          choose={(value) => {
            setSystem(value)
            anew()
          }}
        />
        <ChooseFile
          chosen={chosen}
          choose={(file) => {
            setChosen(file)
            anew()
          }}
        />
        <Trouble problem={looking.problem} />
        <button type="submit" className={preview ? 'button' : 'button main'} disabled={!ready || looking.busy || bringing.busy}>
          {say(
            ready
              ? w(`预检 ${count} 个要素`, `Look through ${count} features`)
              : w('先选好上面三项', 'Choose the three above first'),
          )}
        </button>
      </form>
      {looking.busy && <Running words={w(`正在核对 ${count} 个要素`, `Checking ${count} features`)} />}
      {bringing.busy && <Running words={w(`正在导入 ${count} 个要素`, `Importing ${count} features`)} />}
      {chosen && preview && !bringing.busy && (
        <Found {...{ chosen, preview, skip, setSkip }} problem={bringing.problem} bring={() => bringing.press(skip)} />
      )}
      {done && <Done report={done} />}
    </div>
  )
}

interface Finding {
  chosen: Chosen
  preview: ImportReport
  skip: boolean
  setSkip: (skip: boolean) => void
  problem: ReturnType<typeof useSending>['problem']
  bring: () => void
}

/** What the preview found, and the import itself. */
function Found({ chosen, preview, skip, setSkip, problem, bring }: Finding) {
  const say = useSay()
  const { imported, refused } = preview
  const wrong = refused.length
  const some = imported > 0 && (wrong === 0 || skip)
  const whole = refused.find(({ index }) => index === undefined)
  return (
    <section className="stack" aria-label={say(w('预检结果', 'What was found'))}>
      <h2>
        {say(
          wrong === 0
            ? w(`${imported} 个都可以导入`, `All ${imported} can be imported`)
            : w(`${imported} 个可以导入，${wrong} 个有误`, `${imported} can be imported, ${wrong} are wrong`),
        )}
      </h2>
      {whole && <p className="note bad">{say(whole.problem)}</p>}
      <Gaps gaps={preview.gaps} />
      {wrong > 0 && imported > 0 && (
        <>
          <p className="soft">
            {say(
              w(
                '有误时默认一个都不导入：改好文件再来最稳妥。也可以明确跳过有误的。',
                'With mistakes nothing is imported: it is best to mend the file. Or leave out what is wrong, knowingly.',
              ),
            )}
          </p>
          <Tick
            words={w(
              `跳过有误的 ${wrong} 个，只导入其余 ${imported} 个`,
              `Leave out the ${wrong} that are wrong, import the other ${imported}`,
            )}
            value={skip}
            choose={setSkip}
          />
        </>
      )}
      <Trouble problem={problem} />
      <div className="line">
        <button type="button" className="button main" {...(some ? { onClick: bring } : { 'aria-disabled': true })}>
          {say(
            some || wrong === 0
              ? w(`导入 ${imported} 个`, `Import ${imported}`)
              : w('还有错误，不能全部导入', 'There are mistakes: not all can be imported'),
          )}
        </button>
      </div>
      <FeatureTable chosen={chosen} refused={refused} />
    </section>
  )
}

function Done({ report: { imported, replaced, refused, gaps } }: { report: ImportReport }) {
  const say = useSay()
  const [left, changed] = [refused.length, replaced]
  return (
    <section className="stack" role="status">
      <p className="note good">
        {say(w(`已导入 ${imported} 个`, `${imported} imported`))}
        {changed > 0 && say(w(`，其中 ${changed} 个网格换了边界`, `, of which ${changed} grids got a new boundary`))}
        {left > 0 && say(w(`；跳过 ${left} 个有误的`, `; ${left} that were wrong were left out`))}
        {say(w('。', '.'))}
      </p>
      <Gaps gaps={gaps} />
    </section>
  )
}
