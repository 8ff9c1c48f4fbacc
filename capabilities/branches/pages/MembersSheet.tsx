import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { SheetFile } from '#web/shared/register/SheetFile.tsx'
import { SheetProblems } from '#web/shared/register/SheetReport.tsx'
import { useSheet } from '#web/shared/register/useSheet.ts'
import type { MembersReport } from '../contract/member.ts'

/** The members of branches by a sheet: looked at first; all of it is written, or nothing. */
export function MembersSheet({ home }: { home: string }) {
  const say = useSay()
  const sheet = useSheet<MembersReport>('/api/branch-members/sheet')
  const { report } = sheet
  return (
    <div className="stack">
      <Link href={home}>{say(w('‹ 全部党支部', '‹ All branches'))}</Link>
      <h1>{say(w('党员名单：用表格导入', 'Members of branches by sheet'))}</h1>
      <p className="soft">
        {say(
          w(
            '每个党支部写全：表里有的支部，不在表里的党员会去掉。只要姓名和来源，不填电话、身份证号。',
            'Whole branches: of a branch that the sheet names, whoever is not in it goes. Names and source only, no numbers of people.',
          ),
        )}
      </p>
      <div className="line">
        <a className="button" href="/api/branch-members/sheet.xlsx" download>
          {say(w('下载空白模板', 'Empty template'))}
        </a>
      </div>
      <SheetFile label={w('填好的表格（XLSX 或 CSV，最大 4 MB）', 'The sheet (XLSX or CSV, 4 MB at most)')} sheet={sheet} />
      <Trouble problem={sheet.problem} />
      {report && <SheetProblems report={report} />}
      {report?.found.problems === 0 && <Comes report={report} />}
      {report && report.found.problems === 0 && !report.written && (
        <button type="button" className="button main" disabled={sheet.writing} onClick={sheet.write}>
          {say(w('导入', 'Bring them'))}
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

function Comes({ report: { added, changed, unchanged, gone } }: { report: MembersReport }) {
  const say = useSay()
  return (
    <p>
      {say(
        w(
          `新增 ${added} 名，更改 ${changed} 名，没变 ${unchanged} 名，去掉 ${gone} 名。`,
          `New: ${added}, changed: ${changed}, as they are: ${unchanged}, gone: ${gone}.`,
        ),
      )}
    </p>
  )
}
