import { Lines } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { type Photo, Photos } from '#web/shared/photo/Photos.tsx'
import { AboutStation } from './AboutStation.tsx'
import { type Before, codeOf } from './before.ts'
import type { Draft } from './draft.ts'
import { NoRoom } from './NoRoom.tsx'
import type { Scanned } from './scanned.ts'
import { Unfinished } from './Unfinished.tsx'

interface Step {
  draft: Draft
  isFull: boolean
  change: (part: Partial<Draft>) => void
  drop: (name: 'station') => void
  updatePhotos: (change: (now: readonly Photo[]) => Photo[]) => void
  scanned: Scanned
  kind: string | undefined
  /** A worker tells what they saw. */
  patrol: boolean
  before: Before
  next: () => void
}

/** The first question: what is wrong. */
export function WordsStep({ draft, isFull, change, drop, updatePhotos, scanned, kind, patrol, before: Above, next }: Step) {
  const say = useSay()
  const ready = draft.words.trim() !== ''
  return (
    <form
      className="to-thumb"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) next()
      }}
    >
      <h1>
        {say(
          kind === 'suggestion'
            ? w('您想投诉或建议什么？', 'What would you like to tell us?')
            : patrol
              ? w('巡查看到了什么？', 'What did you see?')
              : w('出了什么事？', 'What is wrong?'),
        )}
      </h1>
      {draft.place && (
        <p className="note accent">
          {say(w('地点：', 'Place: '))}
          <span className="strong">{draft.place.label}</span>
        </p>
      )}
      <AboutStation station={draft.station} drop={drop} />
      <NoPlace scanned={scanned} />
      {draft.place && !patrol && <Above place={codeOf(draft.place)} words={draft.words} />}
      <Lines
        label={patrol ? w('写清是什么、在哪儿', 'What it is, and where') : w('用自己的话说就行', 'In your own words')}
        hint={w('比如：3 号楼东边的路灯不亮，晚上很黑', 'For example: the lamp east of building 3 is out')}
        value={draft.words}
        change={(words) => change({ words })}
        most={5000}
      />
      <Photos label={w('照片（可不拍）', 'Photos (optional)')} photos={draft.photos} update={updatePhotos} />
      {isFull ? (
        <NoRoom />
      ) : (
        <p className="soft small">
          {say(
            w(
              '写的内容会自动保存在这部手机上，送出前别人看不到。',
              'What you write is kept on this phone; nobody sees it before you send it.',
            ),
          )}
        </p>
      )}
      <Unfinished but={draft.id} />
      <div className="thumb">
        <button type="submit" className="button main" disabled={!ready}>
          {say(ready ? w('下一步', 'Next') : w('先写一句话', 'Write a sentence first'))}
        </button>
      </div>
    </form>
  )
}

const placeLater = w(
  '现在没有网络，码上的地点还没查到。照常写，联网后会自动补上。',
  'There is no network, so the place of the code is not known yet. Write on: it is filled in once you are online.',
)

/** A code that leads nowhere: why, and that the report can be made all the same. */
function NoPlace({ scanned: { problem, again } }: { scanned: Scanned }) {
  const say = useSay()
  if (!problem) return null
  if (problem.status === 0) return <Trouble problem={{ ...problem, because: placeLater }} again={again} />
  return (
    <div className="note warm stack tight" role="alert">
      <p className="strong">{say(problem.because)}</p>
      <p>
        {say(
          w(
            '不影响报单：照常写，下一步自己选地点。',
            'You can report all the same: write it, and choose the place in the next step.',
          ),
        )}
      </p>
    </div>
  )
}
