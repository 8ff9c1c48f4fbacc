import { Suspense, useCallback, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { isStaff, useSession } from '#web/shared/session.tsx'
import { CaseBody } from './CaseBody.tsx'

const CaseKeys = lazyPage(() => import('./CaseKeys.tsx'))

/** The page of one case. An address that ends with `?do=dispatch` opens that command's form, where it may be done. */
export default function CasePage({ id }: { id: string }) {
  const [number, setNumber] = useState<string>()
  const [search, setSearch] = useSearchParams()
  const { value: session } = useSession()
  // Opened once: what comes back later does not spring open by itself.
  const begun = useCallback(
    () =>
      setSearch(
        (current) => {
          current.delete('do')
          return current
        },
        { replace: true },
      ),
    [setSearch],
  )
  return (
    <Frame title={number === undefined ? w('事项', 'Case') : w(number, number)} broad>
      <CaseBody id={id} known={setNumber} begin={search.get('do') ?? undefined} begun={begun} />
      {isStaff(session) && (
        <Suspense>
          <CaseKeys id={id} />
        </Suspense>
      )}
    </Frame>
  )
}
