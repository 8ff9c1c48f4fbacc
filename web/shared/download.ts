import { useEffect, useRef, useState } from 'react'
import type { Problem } from './ask.ts'
import { type Words, w } from './language.ts'

/** Fetches a file to be kept under a name: how much of it has come, why it did not, and a way to stop it, as leaving the page does. */
export function useDownload(broken: Words) {
  const [bytes, setBytes] = useState<number>()
  const [problem, setProblem] = useState<Words>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const take = async (path: string, name: string) => {
    const control = new AbortController()
    running.current = control
    setProblem(undefined)
    setBytes(0)
    try {
      const response = await fetch(path, { signal: control.signal })
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
      save(new Blob(pieces, { type: response.headers.get('content-type') ?? '' }), name)
    } catch {
      if (!control.signal.aborted) setProblem(broken)
    }
    setBytes(undefined)
  }
  return { bytes, problem, take, stop: () => running.current?.abort() }
}

/** How much has come so far. */
export const soFar = (bytes: number): Words => w(`已收到 ${Math.round(bytes / 1000)} kB`, `${Math.round(bytes / 1000)} kB so far`)

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
