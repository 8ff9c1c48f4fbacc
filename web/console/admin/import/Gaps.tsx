import { gridLevels } from '#kernel/place/contract.ts'
import { useSay, type Words, w } from '../../../shared/language.ts'
import type { ImportReport } from './report.ts'

/** What base grids leave to nobody: a warning, since a case there goes to the nearest grid or to the dispatcher. */
export function Gaps({ gaps }: { gaps: ImportReport['gaps'] }) {
  const say = useSay()
  const names: Readonly<Record<number, Words>> = gridLevels
  if (gaps.length === 0) return null
  return (
    <div className="note warm stack tight">
      <p className="strong">
        {say(
          w(
            `提醒：${gaps.length} 处没有被基础网格盖满（不影响导入）`,
            `Take note: base grids leave ${gaps.length} gaps (which does not keep the import)`,
          ),
        )}
      </p>
      <ul className="stack tight">
        {gaps.map(({ community, name, level, area, longitude, latitude }) => {
          const of = names[level] ?? w(String(level), String(level))
          const size = area.toLocaleString('en')
          return (
            <li key={`${community} ${level}`}>
              {say(
                w(
                  `${name}，${of.zh}：空 ${size} 平方米，最大一块在 ${longitude}, ${latitude}（WGS 84）`,
                  `${name}, ${of.en}: ${size} m² bare, the largest piece at ${longitude}, ${latitude} (WGS 84)`,
                ),
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
