import { useSearchParams } from 'wouter'
import type { Changes } from '#kernel/people/admin/shown.ts'
import { useSay, type Words, w } from '../../shared/language.ts'
import { useLoaded } from '../../shared/loaded.ts'
import { At, Empty, Skeleton, Trouble } from '../../shared/parts.tsx'
import { ScrolledTable } from '../../shared/register/ScrolledTable.tsx'
import { roleWords } from '../../shared/roles.ts'
import { Earlier } from './Earlier.tsx'
import { sentenceOf } from './sentence.ts'

const deeds: Record<string, Words> = {
  'account made': w('新建账号', 'made an account'),
  'people tried': w('试读人员表格', 'tried a sheet of people'),
  'account renamed': w('改名', 'renamed an account'),
  'account ended': w('停用账号', 'ended an account'),
  'password reset': w('重置密码', 'set a new first password'),
  'post given': w('任命', 'gave a post'),
  'post ended': w('免去岗位', 'ended a post'),
  'stand-in named': w('安排代班', 'named a stand-in'),
  'roster changed': w('排值班', 'changed a roster'),
  'idle ends by role': w('改无操作自动退出', 'changed after how long desks that are left sign out'),
  'second factor by role': w('改动态口令要求', 'changed which roles need a second factor'),
  'sessions ended': w('结束登录', 'ended sessions'),
  'places imported': w('导入单位或网格', 'imported places'),
  'unit made': w('新增单位', 'added a unit'),
  'unit corrected': w('更正单位', 'corrected a unit'),
  'calendar changed': w('改工作日历', 'changed the calendar'),
  'second factor reset': w('重置动态口令', 'reset a second factor'),
  'members brought': w('导入党员名单', 'brought members of branches'),
  'member erased': w('删除一位党员', 'erased a member of a branch'),
  'webhook made': w('新增对接', 'made a webhook'),
  'webhook changed': w('改对接', 'changed a webhook'),
  'webhook removed': w('删除对接', 'removed a webhook'),
  'looks exported': w('导出查看记录', 'exported looks'),
}

/** Who changed what about people, posts and rosters, the latest first. Nobody can change or remove a line of it. */
export default function AuditPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const before = search.get('before') ?? undefined
  const { value, problem, reload } = useLoaded<Changes>(`/api/people/changes${before === undefined ? '' : `?before=${before}`}`)
  return (
    <div className="stack">
      <h1>{say(w('变更记录', 'Trail of changes'))}</h1>
      <p className="soft">
        {say(
          w(
            '谁在什么时候改了人员、岗位、值班、口令要求、单位、工作日历和对接。只能看，谁也改不了。',
            'Who changed people, posts, rosters, second factors, places, the calendar and webhooks, and when. It can be read only, and changed by nobody.',
          ),
        )}
      </p>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.rows.length === 0 && <Empty words={w('还没有变更。', 'Nothing was changed so far.')} />}
      {value && value.rows.length > 0 && (
        <ScrolledTable
          label={w('变更表', 'The table of changes')}
          heads={[w('时间', 'When'), w('谁', 'Who'), w('做了什么', 'What'), w('说明', 'In words')]}
        >
          {value.rows.map(({ id, at, byName, byRole, ...change }) => (
            <tr key={id}>
              <td className="nowrap">
                <At at={at} />
              </td>
              <td>
                {byName} <span className="soft">{say(roleWords(byRole))}</span>
              </td>
              <td>{say(deeds[change.what] ?? w(change.what, change.what))}</td>
              <td>
                {byName}
                {say(w('', ' '))}
                {say(sentenceOf(change, value.names ?? {}))}
              </td>
            </tr>
          ))}
        </ScrolledTable>
      )}
      <Earlier before={before} next={value?.next} turn={(to) => setSearch(to === undefined ? {} : { before: to })} />
    </div>
  )
}
