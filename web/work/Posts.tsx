import { Link, useLocation } from 'wouter'
import { post } from '../shared/ask.ts'
import { Leave } from '../shared/Leave.tsx'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import type { CodedPlace } from '../shared/places/places.ts'
import { roleWords } from '../shared/roles.ts'
import { type Session, useSession } from '../shared/session.tsx'

/** At which post I am, changing it, and leaving; on a phone folded behind the name. */
export default function Posts() {
  const say = useSay()
  const [here] = useLocation()
  const { value: session, put } = useSession()
  if (!session) return null
  const choose = async (id: string) => {
    const reply = await post<Session>('/api/session/post', { post: id })
    if (reply.done) put(reply.value)
  }
  return (
    <details className="posts" open={matchMedia('(min-width: 48rem)').matches}>
      <summary>{session.name}</summary>
      <div className="line">
        {session.posts.length > 1 ? (
          <select
            className="input post-choice"
            aria-label={say(w('岗位', 'Post'))}
            value={session.post ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            {session.posts.map((one) => (
              <PostOption key={one.id} one={one} />
            ))}
          </select>
        ) : (
          session.posts.map((one) => (
            <span key={one.id} className="soft">
              <PostName one={one} />
            </span>
          ))
        )}
        {session.withheld && (
          <span className="soft">
            {say(w('管理员岗位要在办公网络里用', 'Your post as an administrator is for the office’s network'))}
          </span>
        )}
        <div className="line">
          {!here.startsWith('/console') && (
            <Link className="button plain" href="/console">
              {say(w('工作台', 'Console'))}
            </Link>
          )}
          <Link className="button plain" href="/sessions">
            {say(w('我的登录', 'Sessions'))}
          </Link>
          <Leave className="button plain" />
        </div>
      </div>
    </details>
  )
}

type Post = Session['posts'][number]

function usePostName({ role, unit, standsIn }: Post): string {
  const say = useSay()
  const { value } = useLoaded<CodedPlace>(`/api/places/${encodeURIComponent(unit)}`)
  return `${value?.label ?? ''} ${say(roleWords(role))}${standsIn ? say(w('（代班）', ' (stand-in)')) : ''}`.trim()
}

const PostName = ({ one }: { one: Post }) => usePostName(one)
const PostOption = ({ one }: { one: Post }) => <option value={one.id}>{usePostName(one)}</option>
