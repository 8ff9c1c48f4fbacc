import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { useSession } from '#web/shared/session.tsx'
import { files } from './words.ts'

/** What errands are, who sees what of them, and the way to write one down. */
export function Head({ home }: { home: string }) {
  const say = useSay()
  const { value: session } = useSession()
  return (
    <>
      <h1>{say(w('帮办代办', 'Errands'))}</h1>
      <p className="soft">
        {say(
          w(
            '居民的情况只有本人、代办员和社区看得到；打开看过会记下来。',
            'What is about residents only they, their helper and the community see; that somebody opened it is written down.',
          ),
        )}
      </p>
      {files(session?.role) && (
        <p>
          <Link className="button main" href={`${home}/new`}>
            {say(w('替人登记', 'Write one down'))}
          </Link>
        </p>
      )}
    </>
  )
}
