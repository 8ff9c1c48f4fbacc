import { useState } from 'react'
import { Frame } from '#web/shared/Frame.tsx'
import { w } from '#web/shared/language.ts'
import { CaseBody } from './CaseBody.tsx'

/** The page of one case. */
export default function CasePage({ id }: { id: string }) {
  const [number, setNumber] = useState<string>()
  return (
    <Frame title={number === undefined ? w('事项', 'Case') : w(number, number)} broad>
      <CaseBody id={id} known={setNumber} />
    </Frame>
  )
}
