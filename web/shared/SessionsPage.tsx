import type { SessionRows } from '#kernel/people/shown.ts'
import { ask } from './ask.ts'
import { Back } from './Back.tsx'
import { Barred } from './Barred.tsx'
import { deviceWords } from './deviceWords.ts'
import { Frame } from './Frame.tsx'
import { useSay, w } from './language.ts'
import { useLoaded } from './loaded.ts'
import { At, Empty, Skeleton, Trouble, When } from './parts.tsx'
import { useSending } from './sending.ts'
import { useLeave } from './session.tsx'

/** Where I am signed in, and signing out there: a phone that was lost, a computer at a counter. */
export default function SessionsPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<SessionRows>('/api/sessions')
  const leaving = useLeave()
  const ending = useSending((id: string) => ask(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' }), reload)
  return (
    <Frame title={w('我的登录', 'Where I am signed in')}>
      <div className="stack">
        <Back />
        <h1>{say(w('我的登录', 'Where I am signed in'))}</h1>
        <p className="soft">
          {say(
            w(
              '手机丢了、在别处用过电脑，都可以在这里退出。不认识的登录，请退出后改密码。',
              'A lost phone, a computer elsewhere: sign out of them here. What you do not know, sign out, and change your password.',
            ),
          )}
        </p>
        <Barred problem={problem} again={reload} />
        <Trouble problem={ending.problem ?? leaving.problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value?.length === 0 && <Empty words={w('没有登录。', 'You are signed in nowhere.')} />}
        <ul className="stack close">
          {value?.map(({ id, device, here, madeAt, endsAt }) => (
            <li key={id} className="card">
              <p className="line">
                <span className="strong">{deviceWords(device)}</span>
                {here && <span className="chip">{say(w('就是这里', 'This one'))}</span>}
              </p>
              <p className="soft small">
                {say(w('登录：', 'Signed in: '))}
                <When at={madeAt} /> · {say(w('到期：', 'ends: '))}
                <At at={endsAt} />
              </p>
              <button
                type="button"
                className="button"
                disabled={ending.busy || leaving.busy}
                onClick={() => (here ? leaving.press() : ending.press(id))}
              >
                {say(here ? w('退出', 'Sign out') : w('退出这里', 'Sign out there'))}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  )
}
