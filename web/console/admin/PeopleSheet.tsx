import type { PeopleReport } from '#kernel/people/sheet/shown.ts'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { ScrolledTable } from '../../shared/register/ScrolledTable.tsx'
import { SheetFile } from '../../shared/register/SheetFile.tsx'
import { SheetProblems } from '../../shared/register/SheetReport.tsx'
import { useSheet } from '../../shared/register/useSheet.ts'
import { FirstPasswords } from './FirstPasswords.tsx'

/** Many people by a sheet: looked at first; then all are made with their posts, or nobody. Their first passwords are shown once. */
export function PeopleSheet({ open, done }: { open: boolean; done: () => void }) {
  const say = useSay()
  const sheet = useSheet<PeopleReport>('/api/people/sheet', done)
  const { report } = sheet
  const people = new Set(report?.rows.map(({ account }) => account)).size
  return (
    <details open={open}>
      <summary>
        {say(w('用表格一次建好（姓名、电话、岗位、单位）', 'Make many by a sheet (name, telephone, post, unit)'))}
      </summary>
      <div className="stack close">
        <div className="line">
          <a className="button" href="/api/people/sheet.xlsx" download>
            {say(w('下载空白模板', 'Empty template'))}
          </a>
        </div>
        <SheetFile
          label={w('填好的表格（XLSX 或 CSV，最多 200 行）', 'The sheet (XLSX or CSV, 200 rows at most)')}
          sheet={sheet}
        />
        <Trouble problem={sheet.problem} />
        {report && <SheetProblems report={report} />}
        {report && !report.written && report.rows.length > 0 && <Rows report={report} />}
        {report && !report.written && report.found.problems === 0 && (
          <button type="button" className="button main" disabled={sheet.writing} onClick={sheet.write}>
            {say(sheet.writing ? w('正在建…', 'Making them…') : w(`建好这 ${people} 人`, `Make these ${people}`))}
          </button>
        )}
        {report?.written && <FirstPasswords made={report.made} />}
      </div>
    </details>
  )
}

/** Who would be made, with their posts. */
function Rows({ report: { rows } }: { report: PeopleReport }) {
  const say = useSay()
  return (
    <ScrolledTable
      label={w('逐行预览', 'Row by row')}
      heads={[
        w('行', 'Row'),
        w('姓名', 'Name'),
        w('登录用', 'Signs in with'),
        w('岗位', 'Post'),
        w('单位或网格', 'Unit or grid'),
      ]}
    >
      {rows.map(({ row, name, account, role, unit }) => (
        <tr key={row}>
          <td className="number">{row}</td>
          <td>{name}</td>
          <td>{account}</td>
          <td>{say(role)}</td>
          <td>{unit}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}
