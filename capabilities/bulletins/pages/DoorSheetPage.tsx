import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { useNow } from '#web/shared/now.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Qr } from '#web/shared/Qr.tsx'
import { dated } from '#web/shared/time.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { kinds } from '../contract/kinds.ts'
import { linkOf, placesSaid, whenDated } from './said.ts'
import './bulletins.css'

/** A bulletin as a sheet of A4 for the door, to be read from two steps away. */
export default function DoorSheetPage({ id }: { id: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<SeenBulletin>(`/api/bulletins/read/${id}`)
  return (
    <Frame title={w('打印通知', 'Print a bulletin')}>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton />}
      {value && (
        <>
          <div className="line unprinted">
            <button type="button" className="button main" onClick={() => print()}>
              {say(w('打印（A4）', 'Print (A4)'))}
            </button>
            <span className="soft">
              {say(w('贴在单元门、电梯间；到时请取下。', 'For doors and lifts; take it down when it is over.'))}
            </span>
          </div>
          <Sheet bulletin={value} />
        </>
      )}
    </Frame>
  )
}

function Sheet({ bulletin }: { bulletin: SeenBulletin }) {
  const [say, now] = [useSay(), useNow()]
  const { id, kind, what, advice, call, signedBy, publishedAt, state, because } = bulletin
  const title = say(kinds[kind])
  return (
    <article className="door-sheet">
      <h1>{state === 'takenBack' ? say(w(`已撤回：${title}`, `Taken back: ${title}`)) : say(w(`${title}通知`, title))}</h1>
      <p className="where">{placesSaid(bulletin, say)}</p>
      <p className="when">{say(whenDated(bulletin, now))}</p>
      <p className="pre">{because ?? what}</p>
      {advice !== undefined && because === undefined && (
        <p className="pre">{say(w(`提醒：${advice}`, `Please note: ${advice}`))}</p>
      )}
      {call !== undefined && <p className="strong">{say(w(`联系：${call}`, `Call: ${call}`))}</p>}
      <footer>
        <div>
          <p className="strong">{signedBy}</p>
          <p>{say(dated(Date.parse(publishedAt), now))}</p>
          <p>{say(w('扫码看最新', 'Scan for the latest'))}</p>
        </div>
        <Qr text={linkOf(id)} label={say(w('这份通知的二维码', 'The code of this bulletin'))} />
      </footer>
    </article>
  )
}
