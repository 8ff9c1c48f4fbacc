import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble, When } from '#web/shared/parts.tsx'
import type { MergedReport } from '../../contract/answers.ts'
import { Pictures } from './Pictures.tsx'

/** What the others wrote whose reports were merged into this one, and are solved with it. */
export default function Merged({ id }: { id: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<MergedReport[]>(`/api/cases/${id}/merged`)
  if (value?.length === 0) return null
  return (
    <section className="stack close">
      <h2>{say(w('并入的报单', 'Reports merged into this one'))}</h2>
      {problem?.status === 0 ? (
        <p className="soft">{say(w('没有网络，联网后再看。', 'No network: they can be read once you are online.'))}</p>
      ) : (
        <Trouble problem={problem} again={reload} />
      )}
      {!value && !problem && <Skeleton rows={2} />}
      {value?.map(({ id: own, number, reportedAt, place, words, where, photos }) => (
        <article key={own} className="note stack tight">
          <p className="soft small">
            {number} · <When at={reportedAt} />
          </p>
          <p className="pre">{words}</p>
          <p>
            {place}
            {where !== undefined && where !== '' && ` · ${where}`}
          </p>
          <Pictures id={id} photos={photos} />
        </article>
      ))}
    </section>
  )
}
