import { soFar, useDownload } from '#web/shared/download.ts'
import { useSay, w } from '#web/shared/language.ts'
import { isoDay } from '#web/shared/time.ts'

/** What the table is asked for, as a sheet to take along: with how much has come, and a way to stop it. */
export function ExportButton({ query }: { query: string }) {
  const say = useSay()
  const { bytes, problem, take, stop } = useDownload(broken)
  if (bytes !== undefined)
    return (
      <span className="line" role="status">
        {say(w(`正在导出，${soFar(bytes).zh}`, `Exporting: ${soFar(bytes).en}`))}
        <button type="button" className="button" onClick={stop}>
          {say(w('停止', 'Stop'))}
        </button>
      </span>
    )
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => take(`/api/cases/export.xlsx?${query}`, `事项 ${isoDay(Date.now())}.xlsx`)}
      >
        {say(w('导出 Excel', 'Export to Excel'))}
      </button>
      {problem && (
        <span className="note bad" role="alert">
          {say(problem)}
        </span>
      )}
    </>
  )
}

const broken = w('没有导出成功，请稍后再试。', 'The export failed: try again later.')
