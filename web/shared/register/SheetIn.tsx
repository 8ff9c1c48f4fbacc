import { useState } from 'react'
import type { Report } from '#kernel/register/sheet/report.ts'
import { ask } from '../ask.ts'
import { useSay, w } from '../language.ts'
import { Trouble } from '../parts.tsx'
import { useSending } from '../sending.ts'
import { type Register, registerPath } from './register.ts'
import { SheetProblems, SheetRows } from './SheetReport.tsx'

/** A register's sheet: out as a template or with what there is, and in again, looked at first; all of it is written, or nothing. */
export function SheetIn({ register }: { register: Register }) {
  const say = useSay()
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<Report>()
  const path = registerPath(register.path)
  const send = (preview: boolean) => (_: string, key: string) => {
    const body = new FormData()
    if (file) body.set('file', file)
    const headers = { 'idempotency-key': key }
    return ask<Report>(`${path}/sheet${preview ? '?preview=true' : ''}`, { method: 'POST', body, headers, patience: 120_000 })
  }
  const looking = useSending(send(true), setReport)
  const writing = useSending(send(false), setReport)
  const changing = report?.rows.filter(({ is }) => is !== 'unchanged').length ?? 0
  const sent = file && `${file.name} ${file.size} ${file.lastModified}`
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
      <form
        className="stack close"
        onSubmit={(event) => {
          event.preventDefault()
          if (sent) looking.press(sent)
        }}
      >
        <div className="field">
          <label htmlFor="sheet">{say(w('改好的表格（XLSX 或 CSV，最大 4 MB）', 'The sheet (XLSX or CSV, 4 MB at most)'))}</label>
          <input
            id="sheet"
            className="input"
            type="file"
            accept=".xlsx,.csv"
            onChange={({ target }) => {
              setFile(target.files?.[0])
              setReport(undefined)
            }}
          />
        </div>
        <button type="submit" className="button" disabled={!file || looking.busy}>
          {say(looking.busy ? w('正在看…', 'Looking…') : w('先看看，不写入', 'Look first, write nothing'))}
        </button>
      </form>
      <Trouble problem={looking.problem ?? writing.problem} />
      {report && <SheetProblems report={report} />}
      {report && <SheetRows report={report} />}
      {report && report.found.problems === 0 && !report.written && (
        <button
          type="button"
          className="button main"
          disabled={changing === 0 || writing.busy}
          onClick={() => sent && writing.press(sent)}
        >
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
