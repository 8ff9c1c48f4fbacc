import { Link, useSearchParams } from 'wouter'
import type { SignIns } from '#kernel/people/admin/shown.ts'
import { deviceWords } from '../../shared/deviceWords.ts'
import { Tick } from '../../shared/form/Choice.tsx'
import { useSay, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { At, Empty, Skeleton, Trouble } from '../../shared/parts.tsx'
import { ScrolledTable } from '../../shared/register/ScrolledTable.tsx'
import { Earlier } from './Earlier.tsx'
import { changed } from './looks/query.ts'

const ways = {
  in: w('登录', 'signed in'),
  refused: w('登录未成功', 'was not let in'),
  slowed: w('尝试过多，暂停登录', 'tried too often, had to wait'),
  halfway: w('密码正确，未输验证码', 'right password, no code yet'),
  out: w('退出', 'signed out'),
  ended: w('登录被结束', 'session was ended'),
  idle: w('无操作自动退出', 'nobody was there: signed out'),
}

/** Who of the staff came in, left, or was not let in, the latest first: of everybody, of one, or only what was refused. */
export default function SignInsPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const put = (change: Record<string, string | undefined>) => setSearch(changed(search, change))
  const { value, problem, reload } = useLoaded<SignIns>(`/api/people/sign-ins?${search}`)
  const account = search.get('account') ?? undefined
  const name = value?.rows.find((row) => row.account === account)?.name
  return (
    <div className="stack">
      <h1>{say(w('登录记录', 'Sign-ins'))}</h1>
      <p className="soft">
        {say(
          w(
            '工作人员什么时候登录、退出，哪次登录未成功；登录被结束，是本人在别处结束、改了密码，或由管理员结束。保存半年。居民的登录不记。',
            'When staff signed in and out, and when somebody was not let in. A session is ended by its owner from elsewhere, by a new password, or by an administrator. It is kept for half a year. Of residents nothing of the kind is kept.',
          ),
        )}
      </p>
      <div className="line">
        <Tick
          words={w('只看登录未成功的', 'Only who was not let in')}
          value={search.get('refused') === 'true'}
          choose={(yes) => put({ refused: yes ? 'true' : undefined })}
        />
        {account !== undefined && (
          <button type="button" className="button" onClick={() => put({ account: undefined })}>
            {say(w(`只看${name ?? account}，改看所有人`, `Only ${name ?? account}: show everybody`))}
          </button>
        )}
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.rows.length === 0 && <Empty words={w('没有这样的记录。', 'There is nothing of the kind.')} />}
      {value && value.rows.length > 0 && (
        <ScrolledTable
          label={w('登录表', 'The table of sign-ins')}
          heads={[w('时间', 'When'), w('谁', 'Who'), w('怎样', 'What'), w('设备', 'Device')]}
        >
          {value.rows.map((row) => (
            <tr key={row.id}>
              <td className="nowrap">
                <At at={row.at} />
              </td>
              <td>
                {row.account === undefined ? (
                  <span className="soft">{say(w('没有这个账号', 'no such account'))}</span>
                ) : (
                  <Link href={`/console/sign-ins?${changed(search, { account: row.account })}`}>{row.name ?? row.account}</Link>
                )}
              </td>
              <td>{say(ways[row.came])}</td>
              <td className="soft">{deviceWords(row.device)}</td>
            </tr>
          ))}
        </ScrolledTable>
      )}
      <Earlier before={search.get('before') ?? undefined} next={value?.next} turn={(before) => put({ before })} />
    </div>
  )
}
