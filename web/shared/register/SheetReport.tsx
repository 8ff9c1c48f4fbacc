import type { CellNote, Report } from '#kernel/register/sheet/report.ts'
import { useSay, type Words, w } from '../language.ts'
import { ScrolledTable } from './ScrolledTable.tsx'

const isWords: Record<string, Words> = {
  new: w('新增', 'new'),
  changed: w('修改', 'changed'),
  unchanged: w('没变', 'as it is'),
}

/** What is wrong with a sheet, cell by cell, and what was read otherwise than it stands. */
export function SheetProblems({
  report: { problems, notices, found },
}: {
  report: Pick<Report, 'problems' | 'notices' | 'found'>
}) {
  const say = useSay()
  return (
    <>
      {problems.length > 0 && (
        <section className="stack close">
          <p className="note bad" role="alert">
            {say(
              w(
                `有 ${found.problems} 处要改，改好前一行也不会写入。`,
                `${found.problems} things to mend; until then not a row is written.`,
              ),
            )}
          </p>
          <Notes notes={problems} label={w('要改的地方', 'What to mend')} />
        </section>
      )}
      {notices.length > 0 && (
        <details>
          <summary>
            {say(w(`${found.notices} 处按意思读了，请核对`, `${found.notices} cells were read as they seem to be meant`))}
          </summary>
          <Notes notes={notices} label={w('按意思读的地方', 'Read as meant')} />
        </details>
      )}
    </>
  )
}

function Notes({ notes, label }: { notes: readonly CellNote[]; label: Words }) {
  const say = useSay()
  return (
    <ScrolledTable
      label={label}
      heads={[w('单元格', 'Cell'), w('列', 'Column'), w('怎么了', 'What is wrong'), w('可以填', 'Allowed')]}
    >
      {notes.map(({ row, cell, column, because, allowed }) => (
        <tr key={`${row} ${cell} ${because.en}`}>
          <td className="nowrap">{cell ?? say(w(`第 ${row} 行`, `row ${row}`))}</td>
          <td>{column && say(column)}</td>
          <td className="told">{say(because)}</td>
          <td className="told soft">{allowed && say(allowed)}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}

/** What each row of a sheet would change, or has changed. */
export function SheetRows({ report: { rows } }: { report: Report }) {
  const say = useSay()
  const told = rows.filter(({ is }) => is !== 'unchanged')
  if (told.length === 0) return null
  return (
    <ScrolledTable
      label={w('逐行预览', 'Row by row')}
      heads={[w('行', 'Row'), w('代码', 'Code'), w('会怎样', 'What becomes of it'), w('改动', 'Changes')]}
    >
      {told.map(({ row, key, is, changes }) => (
        <tr key={row}>
          <td>{row}</td>
          <td>{key}</td>
          <td>{say(isWords[is] ?? w(is, is))}</td>
          <td className="told">
            <ul>
              {changes.map(({ field, column, before, after }) => (
                <li key={field}>
                  {say(w(`${column.zh}：从“${before}”改为“${after}”`, `${column.en}: from “${before}” to “${after}”`))}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </ScrolledTable>
  )
}
