import type { CellNote, Report } from '#kernel/register/sheet/report.ts'
import { useSay, type Words, w } from '../language.ts'

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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls a wide table by keys, and must reach it for that
    <section className="grid-scroll" tabIndex={0} aria-label={say(label)}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{say(w('单元格', 'Cell'))}</th>
            <th scope="col">{say(w('列', 'Column'))}</th>
            <th scope="col">{say(w('怎么了', 'What is wrong'))}</th>
            <th scope="col">{say(w('可以填', 'Allowed'))}</th>
          </tr>
        </thead>
        <tbody>
          {notes.map(({ row, cell, column, because, allowed }) => (
            <tr key={`${row} ${cell} ${because.en}`}>
              <td className="nowrap">{cell ?? say(w(`第 ${row} 行`, `row ${row}`))}</td>
              <td>{column && say(column)}</td>
              <td>{say(because)}</td>
              <td className="soft">{allowed && say(allowed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What each row of a sheet would change, or has changed. */
export function SheetRows({ report: { rows } }: { report: Report }) {
  const say = useSay()
  const told = rows.filter(({ is }) => is !== 'unchanged')
  if (told.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls a wide table by keys, and must reach it for that
    <section className="grid-scroll" tabIndex={0} aria-label={say(w('逐行预览', 'Row by row'))}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{say(w('行', 'Row'))}</th>
            <th scope="col">{say(w('代码', 'Code'))}</th>
            <th scope="col">{say(w('会怎样', 'What becomes of it'))}</th>
            <th scope="col">{say(w('改动', 'Changes'))}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ row, key, is, changes }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{key}</td>
              <td>{say(isWords[is] ?? w(is, is))}</td>
              <td>
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
        </tbody>
      </table>
    </section>
  )
}
