import { Fragment, type ReactNode, Suspense } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import type { Start } from '#kernel/start/contract.ts'
import { Frame } from '../shared/Frame.tsx'
import { intoView } from '../shared/intoView.ts'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { useNow } from '../shared/now.ts'
import { Empty, Skeleton } from '../shared/parts.tsx'
import { UnitName } from '../shared/places/UnitPicker.tsx'
import { seesCases } from '../shared/roles.ts'
import { content } from '../shared/SkipLink.tsx'
import { useSession } from '../shared/session.tsx'
import { dated } from '../shared/time.ts'
import { Menu } from './Menu.tsx'
import { parts } from './rooms/room.ts'
import { rooms, roomsOf } from './rooms.ts'
import './console.css'

/** The desk: a menu of the rooms that this post has, and the room that one is in. */
export default function ConsolePage({ posts }: { posts: ReactNode }) {
  const say = useSay()
  const [here] = useLocation()
  const { value: session } = useSession()
  const mine = roomsOf(session?.role)
  const begun = useBegun(mine.some(({ untilBegun }) => untilBegun))
  const shown = mine.filter(({ untilBegun }) => !untilBegun || begun === false)
  const first = begun === undefined ? undefined : shown[0]
  return (
    <Frame title={mine.find(({ path }) => isAt(here, path))?.words ?? w('工作台', 'Console')} broad hasMenu>
      <div className="console">
        <Menu here={here}>
          {seesCases(session?.role) && <Link href="/work/queue">{say(w('待办', 'My queue'))}</Link>}
          {[...Map.groupBy(shown, ({ part }) => part)].map(([part, some]) => (
            <Fragment key={part}>
              {shown.length > few && <p className="soft small part">{say(parts[part])}</p>}
              {some.map(({ path, words }) => (
                <Link key={path} href={path} {...(isAt(here, path) && { 'aria-current': 'page' as const, ref: intoView })}>
                  {say(words)}
                </Link>
              ))}
            </Fragment>
          ))}
        </Menu>
        <div className="room" {...content}>
          <div className="line at-post">{posts}</div>
          <OnPaper />
          <Suspense fallback={<Skeleton rows={8} />}>
            <Switch>
              {mine.map(({ path, page: Page }) => (
                <Route key={path} path={`${path}/:code?`}>
                  {({ code }) => <Page {...(code !== undefined && { code })} />}
                </Route>
              ))}
              <Route path="/console">
                {first ? (
                  <Redirect to={first.path} replace />
                ) : begun === undefined ? null : (
                  <NotMine several={(session?.posts.length ?? 0) > 1} />
                )}
              </Route>
              <Route>
                {rooms.some(({ path }) => isAt(here, path)) ? <NotMine several={(session?.posts.length ?? 0) > 1} /> : <NoSuch />}
              </Route>
            </Switch>
          </Suspense>
        </div>
      </div>
    </Frame>
  )
}

/** What paper needs that a screen shows elsewhere: of which district it is, and of which day. */
function OnPaper() {
  const { value: session } = useSession()
  const [say, now] = [useSay(), useNow()]
  if (!session?.signedIn) return null
  return (
    <p className="only-print">
      {/* With the year, as of another one. */}
      <UnitName code={session.district} /> · {say(dated(now, 0))}
    </p>
  )
}

/** So many rooms are found without headings. */
const few = 8

const isAt = (here: string, path: string) => here === path || here.startsWith(`${path}/`)

/** Whether the district has begun: asked only where a room depends on it. Nothing as long as it is not known. */
function useBegun(asks: boolean): boolean | undefined {
  const { value, problem } = useLoaded<Start>(asks ? '/api/start' : undefined)
  return asks ? (value?.complete ?? (problem ? true : undefined)) : true
}

const NotMine = ({ several }: { several: boolean }) => (
  <Empty
    words={
      several
        ? w('这一页是别的岗位用的，请在右上方换一个岗位。', 'This page is for other posts: change yours, at the top right.')
        : w('这一页是别的岗位用的，您的岗位用不到。', 'This page is for other posts, not for yours.')
    }
  >
    <Back />
  </Empty>
)

const NoSuch = () => (
  <Empty
    words={w(
      '没有这一页：可能是地址抄错了，或者这一页已经搬走。',
      'There is no such page: the address may be mistyped, or it has moved.',
    )}
  >
    <Back />
  </Empty>
)

function Back() {
  const say = useSay()
  return (
    <Link className="button main" href="/work">
      {say(w('回我的第一页', 'To my first page'))}
    </Link>
  )
}
