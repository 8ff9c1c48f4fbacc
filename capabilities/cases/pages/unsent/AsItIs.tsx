import { freshId } from '#web/shared/fresh.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import type { Queued } from '#web/shared/offline/database.ts'
import { dequeue, enqueue } from '#web/shared/offline/queue.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { StateChip } from '../StateChip.tsx'
import { type CaseView, nextLimit } from '../view.ts'

/** The case as it is now, beside what was pressed; and to press it again where that is still possible. */
export function AsItIs({ entry }: { entry: Queued }) {
  const say = useSay()
  const { value, problem } = useLoaded<CaseView>(`/api/cases/${entry.item}`)
  if (problem?.status === 404) return <p>{say(w('它已经不归您的岗位看了。', 'It is no longer yours to see.'))}</p>
  if (!value) return <Trouble problem={problem} />
  const { item, may } = value
  const limit = nextLimit(item)
  const command = entry.path.split('/').at(-1) ?? ''
  const again = async () => {
    const { problem: _, ...rest } = entry
    // A new decision of the person's, on the case as it is now: a new key. Its photos stay for it.
    await enqueue({ ...rest, key: freshId(), basedOn: item.version })
    await dequeue({ ...entry, input: {} })
  }
  return (
    <>
      <p className="line">
        {say(w('它现在：', 'Now: '))}
        <StateChip state={item.state} dueAt={limit?.dueAt} yellowAt={limit?.yellowAt} />
        {item.holder?.unitName}
      </p>
      {may.includes(command) ? (
        <button type="button" className="button" onClick={again}>
          {say(w(`按现在的情况，仍然${entry.title.zh}`, `Do it all the same: ${entry.title.en}`))}
        </button>
      ) : (
        <p>{say(w('现在已经不能这样办了。', 'This is no longer possible.'))}</p>
      )}
    </>
  )
}
