import { useRef, useState } from 'react'
import type { Problem } from '#web/shared/ask.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'

/** What the table is asked for, as a sheet to take along: with how much has come, and a way to stop it. */
export function ExportButton({ query }: { query: string }) {
  const say = useSay()
  const [bytes, setBytes] = useState<number>()
  const [problem, setProblem] = useState<Words>()
  const stop = useRef<AbortController>(undefined)
  const take = async () => {
    const control = new AbortController()
    stop.current = control
    setProblem(undefined)
    setBytes(0)
    try {
      const response = await fetch(`/api/cases/export.xlsx?${query}`, { signal: control.signal })
      if (!response.ok || !response.body) {
        const told: Partial<Problem> = await response.json()
        setBytes(undefined)
        return setProblem(told.because ?? broken)
      }
      const pieces: BlobPart[] = []
      let come = 0
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await reader.read()
        if (done) break
        pieces.push(value)
        come += value.length
        setBytes(come)
      }
      save(new Blob(pieces, { type: response.headers.get('content-type') ?? '' }))
    } catch {
      if (!control.signal.aborted) setProblem(broken)
    }
    setBytes(undefined)
  }
  if (bytes !== undefined)
    return (
      <span className="line" role="status">
        {say(w(`正在导出，已收到 ${Math.round(bytes / 1000)} kB`, `Exporting: ${Math.round(bytes / 1000)} kB so far`))}
        <button type="button" className="button" onClick={() => stop.current?.abort()}>
          {say(w('停止', 'Stop'))}
        </button>
      </span>
    )
  return (
    <>
      <button type="button" className="button" onClick={take}>
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

function save(sheet: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(sheet)
  link.download = `${new Date().toISOString().slice(0, 10)}.xlsx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
