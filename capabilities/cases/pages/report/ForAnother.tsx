import { Tick } from '#web/shared/form/Choice.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useSession } from '#web/shared/session.tsx'

/** Reporting for a parent or a neighbour: whose name is seen, and whose the rating is, said plainly before it is sent. */
export function ForAnother({ value, choose }: { value: boolean; choose: (value: boolean) => void }) {
  const say = useSay()
  const { value: session } = useSession()
  return (
    <div className="stack close">
      <Tick
        words={w('我是替别人报的（老人、邻居）', 'I report for somebody else (a parent, a neighbour)')}
        value={value}
        choose={choose}
      />
      {value && (
        <ul className="note accent stack tight">
          <li>
            {say(
              w(
                '办理人员看到的，是您在下面填的那一位的姓名和电话；不填就没有。您自己是谁，办理人员看不到。',
                'Those who handle it see the name and phone of that person as you give them below, or none. Who you are they do not see.',
              ),
            )}
          </li>
          <li>
            {say(
              session?.signedIn
                ? w(
                    '您现在登录着：看进展、催一下、评价，都归您这个账号。想让那一位自己评价，请先退出登录再报，送出后会给一个查询码。',
                    'You are signed in: progress, reminding and rating are this account’s. If they are to rate it themselves, sign out first: you then get a query code.',
                  )
                : w(
                    '送出后给一个查询码。查询码在谁手里，谁就能看进展、催一下、评价：请交给那一位，别给旁人。',
                    'You get a query code. Whoever holds it sees the progress, reminds and rates: hand it to that person and to nobody else.',
                  ),
            )}
          </li>
        </ul>
      )}
    </div>
  )
}
