import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import type { Sent } from './sent.ts'

/** After a worker reported what they saw: what it is called, what comes next, and the way back to the queue. */
export default function RecordedPage({ sent }: { sent: Sent | 'held' }) {
  const say = useSay()
  return (
    <div className="to-thumb" role="status">
      {sent === 'held' ? (
        <>
          <h1>{say(w('已存在这部手机', 'Kept on this phone'))}</h1>
          <p className="note warm">
            {say(
              w(
                '还没送出：网络一通就会自动送出，不用再填；送出后在待办里。',
                'It is not sent yet. It goes by itself as soon as there is a network, and is in the queue then.',
              ),
            )}
          </p>
          <Link className="button wide" href="/unsent">
            {say(w('看还没送出的', 'See what is not sent yet'))}
          </Link>
        </>
      ) : (
        <>
          <h1>{say(w('已记入', 'Recorded'))}</h1>
          <section className="sheet stack close">
            <p className="big-code" data-testid="number">
              {sent.number}
            </p>
            {sent.place !== undefined && <p>{sent.place}</p>}
            <p>
              {say(
                w(
                  `接下来：${sent.holder === undefined ? '' : `现在在${sent.holder.zh}那里，`}办结后由网格长复核，不用评价。`,
                  `Next: ${sent.holder === undefined ? '' : `it is with ${sent.holder.en} now; `}once it is resolved the grid leader checks it. Nobody rates it.`,
                ),
              )}
            </p>
          </section>
          <Link className="button wide" href={`/case/${sent.id}`}>
            {say(w('看这一件', 'Open it'))}
          </Link>
        </>
      )}
      <Link className="button wide" href="/report?as=patrol">
        {say(w('再记一件', 'Report something else'))}
      </Link>
      <div className="thumb">
        <Link className="button main" href="/work/queue">
          {say(w('回到待办', 'Back to my queue'))}
        </Link>
      </div>
    </div>
  )
}
