import { useState } from 'react'
import { ask } from '../ask.ts'
import { useSending } from '../sending.ts'

/**
 * A sheet that somebody chooses, has looked at, and then written as a whole, at an address of the interface. Each goes under a key that
 * stays the same until there is a reply. `written` is told once it is in.
 */
export function useSheet<Report>(path: string, written: () => void = () => {}) {
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<Report>()
  const send = (preview: boolean) => (_: string, key: string) => {
    const body = new FormData()
    if (file) body.set('file', file)
    const headers = { 'idempotency-key': key }
    return ask<Report>(`${path}${preview ? '?preview=true' : ''}`, { method: 'POST', body, headers, patience: 120_000 })
  }
  const looking = useSending(send(true), setReport)
  const writing = useSending(send(false), (made) => {
    setReport(made)
    written()
  })
  const sent = file && `${file.name} ${file.size} ${file.lastModified}`
  return {
    report,
    problem: looking.problem ?? writing.problem,
    chosen: file !== undefined,
    looking: looking.busy,
    writing: writing.busy,
    choose: (next: File | undefined) => {
      setFile(next)
      setReport(undefined)
    },
    look: () => sent && looking.press(sent),
    write: () => sent && writing.press(sent),
  }
}
