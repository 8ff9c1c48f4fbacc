import { Link } from 'wouter'
import { Back } from '#web/shared/Back.tsx'
import { Frame } from '#web/shared/Frame.tsx'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { Due, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import type { SeenErrand } from '../contract/errand.ts'
import { isOwed } from '../contract/given.ts'
import { Opened } from './Opened.tsx'
import { named } from './words.ts'
import { lookOfErrand, stateFor } from './yours.ts'

/** One errand, for whoever opens it by its query code or from a notice: how far it is, where each paper is, and who looked. */
export default function ErrandPage({ id }: { id: string }) {
  const [say, now] = [useSay(), useNow()]
  const { value: session } = useSession()
  const { value, problem, reload } = useLoaded<{ item: SeenErrand }>(`/api/errands/${id}`)
  return (
    <Frame title={w('代办', 'Errand')}>
      <div className="stack">
        {session?.signedIn && session.kind === 'resident' ? (
          <Link className="back" href="/errands">
            {say(w('‹ 帮我办', '‹ Do it for me'))}
          </Link>
        ) : (
          <Back />
        )}
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton rows={4} />}
        {value && (
          <>
            <h1>{say(named(value.item.itemName))}</h1>
            <p className="line">
              <LookChip look={lookOfErrand(value.item, now)} words={stateFor(value.item)} />
              <span className="soft">
                {say(w(`编号 ${value.item.number}`, `number ${value.item.number}`))} · {value.item.communityName}
              </span>
            </p>
            {value.item.dueAt !== undefined && value.item.endedAt === undefined && (
              <p className="small">
                <Due at={value.item.dueAt} />
              </p>
            )}
            <Opened id={id} changed={reload} />
            {value.item.side === 'resident' && <OwnData errand={value.item} />}
          </>
        )}
      </div>
    </Frame>
  )
}

/** The way to who looked at theirs, and to erasing it: once what they gave is back with them. */
function OwnData({ errand: { papers } }: { errand: SeenErrand }) {
  const say = useSay()
  const isOut = papers.some(isOwed)
  return (
    <section className="stack close">
      {isOut && (
        <p className="note warm">
          {say(
            w(
              '您还有原件没拿回来。要删除资料，请先拿回原件，当面签字。',
              'Something of yours is not back yet. Before you have your data erased, have it back, and sign for it.',
            ),
          )}
        </p>
      )}
      <Link className="button wide" href="/looks">
        {say(w('谁看过我的信息；下载或删除', 'Who looked at my data; take along or erase'))}
      </Link>
    </section>
  )
}
