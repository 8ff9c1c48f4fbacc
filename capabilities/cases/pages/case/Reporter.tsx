import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import type { Contact } from '../../contract/answers.ts'
import type { SeenCase } from '../view.ts'

const Reveal = lazyPage(() => import('./Reveal.tsx'))

/** How to reach the reporter: half hidden, until a reason is given, which the reporter can read. */
export default function Reporter({ item, id }: { item: SeenCase; id: string }) {
  const say = useSay()
  const [whole, setWhole] = useState<Contact>()
  const [asked, setAsked] = useState(false)
  const own = item.standing === 'reporter'
  const { name, phone, home } = whole ?? item
  return (
    <section className="sheet stack close">
      <h2>{say(own ? w('您留的联系方式', 'How to reach you') : w('报单人', 'The reporter'))}</h2>
      <p>{[name, phone, home].filter((part) => part !== undefined).join(' · ')}</p>
      {whole?.phone !== undefined && (
        <a className="button main" href={`tel:${whole.phone}`}>
          {say(w('打电话', 'Call'))}
        </a>
      )}
      {own && <Link href="/looks">{say(w('谁看过我的信息', 'Who looked at my data'))}</Link>}
      {!own && !whole && (
        <details onToggle={() => setAsked(true)}>
          <summary>{say(w('查看完整联系方式', 'See it whole'))}</summary>
          {asked && (
            <Suspense>
              <Reveal id={id} found={setWhole} />
            </Suspense>
          )}
        </details>
      )}
    </section>
  )
}
