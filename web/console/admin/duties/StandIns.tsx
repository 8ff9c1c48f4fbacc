import { useState } from 'react'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Trouble } from '../../../shared/parts.tsx'
import { administers } from '../../../shared/roles.ts'
import type { Session } from '../../../shared/session.tsx'
import type { Person } from '../person.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { PostStandIns } from './PostStandIns.tsx'

/** The roles that name stand-ins for others too: leaders of the place, and the system administrator. */
const forOthers = ['systemAdmin', 'communitySecretary', 'streetDesk']

/** Who stands in during a leave: at one's own posts, and for whoever leads, at those of their people. */
export function StandIns({ session }: { session: Session }) {
  const say = useSay()
  const [person, setPerson] = useState<Person>()
  const own = session.posts.filter(({ id, role, standsIn }) => !standsIn && !id.startsWith('duty.') && !administers(role))
  const leads = forOthers.includes(session.role ?? '')
  return (
    <section className="stack" aria-labelledby="stand-ins">
      <h2 id="stand-ins">{say(w('请假时谁替班', 'Who stands in during a leave'))}</h2>
      <p className="soft">
        {say(
          w(
            '替班的人到最后一天为止有同样的岗位、看同样的待办；到期自动收回。',
            'Whoever stands in has the same post and the same queue until the last day, and then no longer.',
          ),
        )}
      </p>
      {own.length > 0 && <h3>{say(w('我的岗位', 'My own posts'))}</h3>}
      {own.length === 0 && !leads && (
        <Empty words={w('您今天没有可以由别人代的岗位。', 'You have no post today at which somebody could stand in.')} />
      )}
      {own.map((post) => (
        <PostStandIns key={post.id} post={post} />
      ))}
      {leads && (
        <>
          <h3>{say(w('我管的人', 'My people'))}</h3>
          <PersonPicker label={w('谁请假', 'Who is on leave')} person={person} choose={setPerson} />
          {person && <Posts key={person.id} id={person.id} />}
        </>
      )}
    </section>
  )
}

function Posts({ id }: { id: string }) {
  const { value, problem, reload } = useLoaded<Person>(`/api/people/${encodeURIComponent(id)}`)
  const posts = value?.posts.filter(({ role, standInFor }) => standInFor === undefined && !administers(role))
  return (
    <>
      <Trouble problem={problem} again={reload} />
      {posts?.length === 0 && (
        <Empty words={w('这个人现在没有可以由别人代的岗位。', 'They have no post now at which somebody could stand in.')} />
      )}
      {posts?.map((post) => (
        <PostStandIns key={post.id} post={post} />
      ))}
    </>
  )
}
