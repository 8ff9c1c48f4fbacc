import { Link } from 'wouter'
import { useSay, type Words, w } from '#web/shared/language.ts'
import type { Rehearsal } from '../../contract/rehearsal.ts'
import { stepWords } from '../../contract/steps.ts'
import { rehearsedWords } from './words.ts'

/** What a rehearsal came to, in sentences, with some cases by number. */
export function RehearsalFigures({ rehearsal }: { rehearsal: Rehearsal }) {
  const say = useSay()
  const { of, looked, rare, limits, examples } = rehearsal
  const same = examples.length === 0 && limits.length === 0
  return (
    <>
      <p>{say(lookedWords(of, looked))}</p>
      {same && of > 0 && (
        <p className="note good">{say(w('这些事项的去向和时限都不变。', 'All of them would have gone as they did.'))}</p>
      )}
      {!same && (
        <ul className="stack tight" data-testid="rehearsed">
          {sentences(rehearsal).map((words) => (
            <li key={words.en}>{say(words)}</li>
          ))}
        </ul>
      )}
      {rare.length > 0 && (
        <p className="soft small">
          {say(
            w(
              `说到“${rare.join('、')}”的不足三人，没有计入。`,
              `Fewer than three people used “${rare.join(', ')}”: not counted.`,
            ),
          )}
        </p>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </>
  )
}

const lookedWords = (of: number, looked: number): Words => {
  if (of === 0) return w('本区还没有办过事项，没有可试的。', 'The district has had no cases yet: there is nothing to try it on.')
  if (looked < of)
    return w(`时间到，${of} 件里试了最近 ${looked} 件。`, `In the time that there is, the latest ${looked} of ${of} were tried.`)
  return w(
    `试了最近 ${of} 件（保护的、反映办理链条自身的除外）。`,
    `The latest ${of} were tried, without protected ones and those about the chain itself.`,
  )
}

function sentences({ suggested, leads, accepting, limits }: Rehearsal): Words[] {
  return [
    ...(suggested > 0 ? [w(`${suggested} 件会建议成别的类别`, `${suggested} would have been suggested another category`)] : []),
    ...(leads > 0 ? [w(`${leads} 件会由别的单位主办`, `${leads} would have gone to another lead unit`)] : []),
    ...(accepting > 0 ? [w(`${accepting} 件会由别的岗位承单`, `${accepting} would have been accepted at another post`)] : []),
    ...limits.flatMap(({ step, shorter, longer }) => {
      const name = stepWords(step)
      return [
        ...(shorter.cases > 0
          ? [
              w(
                `${shorter.cases} 件的${name.zh}时限会提前，中位数 ${lasting(shorter.minutes).zh}`,
                `${shorter.cases} limits to ${name.en} would be earlier, ${lasting(shorter.minutes).en} in the median`,
              ),
            ]
          : []),
        ...(longer.cases > 0
          ? [
              w(
                `${longer.cases} 件的${name.zh}时限会推后，中位数 ${lasting(longer.minutes).zh}`,
                `${longer.cases} limits to ${name.en} would be later, ${lasting(longer.minutes).en} in the median`,
              ),
            ]
          : []),
      ]
    }),
  ]
}

/** Minutes of the clock as people say them. */
function lasting(minutes: number): Words {
  const short = (count: number) => String(Math.round(count * 10) / 10)
  if (minutes < 120) return w(`${minutes} 分钟`, `${minutes} min`)
  if (minutes < 48 * 60) return w(`${short(minutes / 60)} 小时`, `${short(minutes / 60)} h`)
  return w(`${short(minutes / 1440)} 天`, `${short(minutes / 1440)} days`)
}

function Examples({ examples }: { examples: Rehearsal['examples'] }) {
  const say = useSay()
  return (
    <details>
      <summary>{say(w(`举例 ${examples.length} 件`, `${examples.length} examples`))}</summary>
      <ul className="stack close examples">
        {examples.map(({ number, id, changes }) => (
          <li key={number}>
            {id === undefined ? <span className="strong">{number}</span> : <Link href={`/case/${id}`}>{number}</Link>}
            <ul>
              {changes.map(({ what, before, after }) => (
                <li key={what} className="small">
                  {say(rehearsedWords[what])}
                  {say(w('：', ': '))}
                  {say(before)} → {say(after)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
