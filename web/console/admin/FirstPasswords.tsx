import type { PeopleReport } from '#kernel/people/sheet/shown.ts'
import { useSay, w } from '../../shared/language.ts'
import './firstPasswords.css'

/** The first passwords of those who were just made: shown once, to be printed, cut apart and handed over. */
export function FirstPasswords({ made }: Pick<PeopleReport, 'made'>) {
  const say = useSay()
  return (
    <section className="stack close first-passwords" aria-label={say(w('初始密码', 'First passwords'))}>
      <p className="note good" role="status">
        {say(
          w(
            `建好了 ${made.length} 人。初始密码只显示这一次：打印后裁开，当面交给本人，第一次登录时必须改掉。`,
            `${made.length} people are made. Their first passwords are shown once: print them, cut them apart and hand them over. Each has to be changed on first use.`,
          ),
        )}
      </p>
      <div className="line no-print">
        <button type="button" className="button main" onClick={() => print()}>
          {say(w('打印', 'Print'))}
        </button>
      </div>
      <ul className="cards">
        {made.map(({ name, account, password }) => (
          <li key={account} className="card">
            <p>
              <span className="strong">{name}</span> · {account}
            </p>
            <p className="big-code" data-testid="first-password">
              {password}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
