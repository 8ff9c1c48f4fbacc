import { useEffect, useState } from 'react'
import { post } from '#web/shared/ask.ts'
import type { CasesByCode } from '../../contract/answers.ts'
import { keepStandings, type Sent, type Standing } from './sent.ts'

/** So many are asked for at once: the latest. */
const most = 20

/**
 * How the reports stand that were sent from this phone, asked by their query codes; without a network, or where it cannot be told, as
 * each was last known. What a code opens no more is not asked for again.
 */
export function useStandings(sent: readonly Sent[], told: () => void): boolean {
  const [isAway, setAway] = useState(false)
  const codes = sent.flatMap(({ queryCode, standing }) => (queryCode === undefined || standing === 'gone' ? [] : [queryCode]))
  const asked = codes.slice(0, most).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew only where the codes are others
  useEffect(() => {
    if (asked === '') return
    let here = true
    const ask = async () => {
      const codes = asked.split(' ')
      const reply = await post<CasesByCode>('/api/cases/by-code', { codes })
      if (!here) return
      setAway(!reply.done && reply.problem.status === 0)
      if (!reply.done) return
      const at = new Date().toISOString()
      keepStandings((code) => {
        if (!codes.includes(code)) return undefined
        const row = reply.value.rows.find((one) => one.code === code)
        if (!row) return 'gone'
        const { state, dueAt, yellowAt, asked } = row
        return { state, at, ...(dueAt && { dueAt }), ...(yellowAt && { yellowAt }), ...(asked && { asked }) } satisfies Standing
      })
      told()
    }
    ask()
    addEventListener('online', ask)
    return () => {
      here = false
      removeEventListener('online', ask)
    }
  }, [asked])
  return isAway
}
