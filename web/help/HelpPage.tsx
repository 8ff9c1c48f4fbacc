import { Link } from 'wouter'
import { Frame } from '../shared/Frame.tsx'
import { useSay, w } from '../shared/language.ts'
import { Empty } from '../shared/parts.tsx'
import './help.css'
import { guides, type Step } from './guides.ts'

/** How to use it, one short guide for each of the people whom it is for. */
export default function HelpPage({ who }: { who?: string }) {
  const say = useSay()
  const guide = guides.find(({ name }) => name === (who ?? 'resident'))
  return (
    <Frame title={w('怎么用', 'How to use it')}>
      <h1>{say(w('怎么用', 'How to use it'))}</h1>
      <nav className="tabs" aria-label={say(w('您是谁', 'Who you are'))}>
        {guides.map(({ name, who: words }) => (
          <Link key={name} href={`/help/${name}`} {...(name === guide?.name && { 'aria-current': 'page' as const })}>
            {say(words)}
          </Link>
        ))}
      </nav>
      {guide ? (
        <ol className="guide">
          {guide.steps.map((step) => (
            <Shown key={step.words.en} {...step} />
          ))}
        </ol>
      ) : (
        <Empty words={w('没有这一份说明，请从上面选。', 'There is no such guide: choose one above.')} />
      )}
    </Frame>
  )
}

function Shown({ words, picture, desk = false }: Step) {
  const say = useSay()
  return (
    <li className="stack close">
      <p>{say(words)}</p>
      {picture !== undefined && (
        // What it shows is said above it.
        <img src={`/help/${picture}.webp`} className={desk ? 'desk' : 'phone'} alt="" loading="lazy" decoding="async" />
      )}
    </li>
  )
}
