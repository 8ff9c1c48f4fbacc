import { Link } from 'wouter'
import type { Start, StartStep } from '#kernel/start/contract.ts'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { Skeleton, Trouble } from '../shared/parts.tsx'
import { ways } from './startWays.ts'

/** The way from an empty district to its first report: what is there, what is missing, and where each is done. */
export default function StartPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Start>('/api/start')
  const done = value?.steps.filter(({ state }) => state === 'done').length ?? 0
  const next = value?.steps.find(({ state }) => state !== 'done')
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('开通向导', 'Getting started'))}</h1>
        <button type="button" className="button far" onClick={reload}>
          {say(w('再查一遍', 'Check again'))}
        </button>
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value && (
        <>
          <p className={value.complete ? 'note good' : 'soft'} role="status">
            {say(
              value.complete
                ? w(
                    '都齐了，居民可以报事了。这一页不再占菜单，随时可以从地址打开。',
                    'All is there: residents can report. This page leaves the menu now.',
                  )
                : w(
                    `${value.steps.length} 步做好了 ${done} 步。状态由数据算出，做一半可以走开，回来接着做。`,
                    `${done} of ${value.steps.length} steps are done. It is told from the data: leave at any time and go on later.`,
                  ),
            )}
          </p>
          <ol className="stack close">
            {value.steps.map((step, index) => (
              <Step key={step.name} step={step} number={index + 1} isNext={step === next} />
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

const looks = {
  open: { className: 'chip look-waiting', words: w('○ 还没做', '○ not yet') },
  begun: { className: 'chip look-inhand', words: w('◐ 还差一些', '◐ in part') },
  done: { className: 'chip look-done', words: w('✓ 好了', '✓ done') },
} as const

function Step({ step, number, isNext }: { step: StartStep; number: number; isNext: boolean }) {
  const say = useSay()
  const { name, state, there, missing, hints } = step
  const way = ways[name] ?? { title: w(name, name), what: w('', ''), links: [] }
  const look = looks[state]
  return (
    <li className={isNext ? 'card current' : 'card'} data-testid={`step-${name}`}>
      <div className="line">
        <h2>
          {number}. {say(way.title)}
        </h2>
        <span className={look.className}>{say(look.words)}</span>
      </div>
      <p className="soft">{say(way.what)}</p>
      {there.length > 0 && (
        <p>
          {say(w('已有：', 'There: '))}
          {there.map(say).join(say(w('、', ', ')))}
        </p>
      )}
      <ul>
        {missing.map((words) => (
          <li key={words.en} className="strong">
            {say(words)}
          </li>
        ))}
        {hints.map((words) => (
          <li key={words.en} className="soft">
            {say(words)}
          </li>
        ))}
      </ul>
      <div className="line">
        {way.links.map(({ href, words }, index) => (
          <Link key={`${href} ${words.en}`} className={isNext && index === 0 ? 'button main' : 'button'} href={href}>
            {say(words)}
          </Link>
        ))}
      </div>
    </li>
  )
}
