import { Suspense, useState } from 'react'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import { Catalogue } from './Catalogue.tsx'
import { ErrandList } from './ErrandList.tsx'
import { useItem } from './useItem.ts'

// Of those who look at the catalogue some ask: its form, and the way in, come with their choice.
const PhoneSignIn = lazyPage(async () => ({ default: (await import('#web/shared/PhoneSignIn.tsx')).PhoneSignIn }))
const Request = lazyPage(async () => ({ default: (await import('./Request.tsx')).Request }))

/** A resident asks for help: what can be done and what to bring, the request, and how far one's own are. */
export default function ErrandsPage() {
  const say = useSay()
  const { value: session, reload } = useSession()
  const { code, item, problem, reload: again, choose, sent: leave } = useItem()
  const [turn, setTurn] = useState(0)
  const isResident = session?.signedIn === true && session.kind === 'resident'
  const [told, setTold] = useState<string>()
  const sent = (number: string) => {
    setTold(number)
    leave()
    setTurn((before) => before + 1)
  }
  return (
    <Frame title={w('帮我办', 'Do it for me')}>
      <div className="stack">
        <h1>
          {say(
            item ? w(`帮我办：${item.name.zh}`, `Do it for me: ${item.name.en ?? item.name.zh}`) : w('帮我办', 'Do it for me'),
          )}
        </h1>
        <Trouble problem={problem} again={again} />
        {(!session || (code !== undefined && !item && !problem)) && <Skeleton rows={4} />}
        {item && session && (
          <Suspense fallback={<Skeleton rows={4} />}>
            {isResident ? (
              <Request item={item} sent={sent} />
            ) : (
              <>
                <p className="note">
                  {say(w('先用手机号登录，代办员才找得到您。', 'Sign in by telephone first, so that the helper finds you.'))}
                </p>
                <PhoneSignIn done={reload} />
              </>
            )}
          </Suspense>
        )}
        {code !== undefined && (
          <button type="button" className="button plain" onClick={() => choose(undefined)}>
            {say(w('‹ 看别的事项', '‹ Other errands'))}
          </button>
        )}
        {code === undefined && told !== undefined && (
          <div className="note good stack tight" role="status">
            <p className="strong">{say(w(`收到了，编号 ${told}`, `We have it: number ${told}`))}</p>
            <p>
              {say(
                w(
                  '社区会派人联系您。办到哪一步，在下面“我请人办的”里看。',
                  'The community sends somebody. How far it is stands below, in what you asked for.',
                ),
              )}
            </p>
          </div>
        )}
        {code === undefined && isResident && (
          <>
            <h2>{say(w('我请人办的', 'What I asked for'))}</h2>
            <ErrandList
              key={turn}
              filter={{}}
              none={w('还没有。下面选一件，社区派人帮您跑。', 'Nothing yet: choose below, and the community sends somebody.')}
            />
          </>
        )}
        {code === undefined && (
          <Catalogue
            title={w('能帮您办什么', 'What can be done for you')}
            act={w('请人帮我办', 'Ask for it')}
            choose={({ code: one }) => choose(one)}
          />
        )}
      </div>
    </Frame>
  )
}
