import { post } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { Verified } from './Verified.tsx'

interface Confirming {
  code: string
  unverified: boolean
  verifiedOn: string | undefined
  done: () => void
}

/** Whether what is on record of a station still holds: one tap says that it does, with today's date. */
export function Confirm({ code, unverified, verifiedOn, done }: Confirming) {
  const say = useSay()
  const { busy, problem, press } = useSending(
    (_: object, key) => post(`/api/stations/${encodeURIComponent(code)}/verify`, undefined, { 'idempotency-key': key }),
    done,
  )
  return (
    <section className={unverified ? 'note warm stack close' : 'stack close'}>
      {unverified && (
        <p className="strong">
          {say(
            w(
              '半年没有核实过了。时间、设施、地址还对吗？',
              'Nobody has confirmed it for half a year. Do hours, facilities and address still hold?',
            ),
          )}
        </p>
      )}
      <div className="line">
        {verifiedOn !== undefined && <Verified on={verifiedOn} />}
        <button type="button" className={unverified ? 'button main' : 'button'} disabled={busy} onClick={() => press({})}>
          {say(w('都对，今天核实过', 'It all holds, as of today'))}
        </button>
      </div>
      <Trouble problem={problem} />
    </section>
  )
}
