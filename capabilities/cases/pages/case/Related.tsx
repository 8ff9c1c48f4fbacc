import { Link } from 'wouter'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import type { RelatedCase } from '../../contract/answers.ts'
import { StateChip } from '../StateChip.tsx'
import { isOpen } from '../states.ts'
import type { SeenCase } from '../view.ts'

/** What a case came of, went on as, or is merged with: how each of these stands, of those that its reader sees. */
export default function Related({ item }: { item: SeenCase }) {
  const say = useSay()
  const { parent, continuedAs, origin, children } = item
  const { value } = useLoaded<RelatedCase[]>(`/api/cases/${item.id}/related`)
  const known = new Map(value?.map((one) => [one.id, one]))
  const came = children.filter((child) => child !== continuedAs)
  const splitOff = came.some((id) => (known.get(id)?.state ?? 'merged') !== 'merged')
  return (
    <>
      <List label={w('已并入', 'Merged into')} ids={[parent]} known={known} />
      <List
        label={w('有邻居附议，接着办的是', 'Neighbours joined it, and for them it goes on as')}
        ids={[continuedAs]}
        known={known}
      />
      <List label={w('由哪件事而来', 'Came of')} ids={[origin]} known={known} />
      <List label={w('并入或由此而来的', 'Merged into this one, or came of it')} ids={came} known={known} />
      {splitOff && isOpen(item.state) && (
        <p className="soft small">
          {say(
            w(
              '拆出去的各办各的；这一件剩下的，仍要在这里办完。',
              'What was split off is handled on its own; what is left of this one is still to be solved here.',
            ),
          )}
        </p>
      )}
      {item.related > children.length && (
        <p className="soft">{say(w(`另有 ${item.related} 件相关的报单`, `${item.related} related reports`))}</p>
      )}
    </>
  )
}

interface Listed {
  label: Words
  ids: readonly (string | undefined)[]
  known: ReadonlyMap<string, RelatedCase>
}

function List({ label, ids, known }: Listed) {
  const say = useSay()
  const given = ids.flatMap((id) => id ?? [])
  if (given.length === 0) return null
  return (
    <section className="stack tight">
      <h3>{say(label)}</h3>
      {given.map((id, index) => {
        const one = known.get(id)
        return (
          <p key={id} className="line">
            {one && <StateChip state={one.state} />}
            <Link href={`/case/${id}`}>
              {one ? `${one.number} · ${say(one.matter)} · ${one.place}` : say(w(`第 ${index + 1} 件`, `case ${index + 1}`))}
            </Link>
          </p>
        )
      })}
    </section>
  )
}
