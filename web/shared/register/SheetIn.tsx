import type { Report } from '#kernel/register/sheet/report.ts'
import { useSay, w } from '../language.ts'
import { Trouble } from '../parts.tsx'
import { type Register, registerPath } from './register.ts'
import { SheetFile } from './SheetFile.tsx'
import { SheetProblems, SheetRows } from './SheetReport.tsx'
import { useSheet } from './useSheet.ts'

/** A register's sheet: out as a template or with what there is, and in again, looked at first; all of it is written, or nothing. */
export function SheetIn({ register }: { register: Register }) {
  const say = useSay()
  const path = registerPath(register.path)
  const sheet = useSheet<Report>(`${path}/sheet`)
  const { report } = sheet
  const changing = report?.rows.filter(({ is }) => is !== 'unchanged').length ?? 0
  return (
    <div className="stack">
      <div className="line">
        <a className="button" href={`${path}.xlsx`} download>
          {say(w('下载空白模板', 'Empty template'))}
        </a>
        <a className="button" href={`${path}.xlsx?entries=true`} download>
          {say(w('下载现有内容，改好再传', 'With what there is, to change'))}
        </a>
        <a className="button" href={`${path}.csv`} download>
          CSV
        </a>
      </div>
      <SheetFile label={w('改好的表格（XLSX 或 CSV，最大 4 MB）', 'The sheet (XLSX or CSV, 4 MB at most)')} sheet={sheet} />
      <Trouble problem={sheet.problem} />
      {report && <SheetProblems report={report} />}
      {report && <SheetRows report={report} />}
      {report && report.found.problems === 0 && !report.written && (
        <button type="button" className="button main" disabled={changing === 0 || sheet.writing} onClick={sheet.write}>
          {say(
            changing === 0
              ? w('和现有的一样，不用写入', 'Nothing differs from what there is')
              : w(`写入这 ${changing} 行`, `Write these ${changing} rows`),
          )}
        </button>
      )}
      {report?.written && (
        <p className="note good" role="status">
          {say(w('已全部写入。', 'All of it is written.'))}
        </p>
      )}
    </div>
  )
}
