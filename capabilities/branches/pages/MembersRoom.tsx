import { useState } from 'react'
import { Link } from 'wouter'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSettled } from '#web/shared/settled.ts'
import type { MemberCounts } from '../contract/member.ts'
import { MembersOf } from './MembersOf.tsx'
import { MembersSheet } from './MembersSheet.tsx'

const home = '/console/branch-members'
/** Fewer characters of a name would be everybody's. */
const fewest = 2

/** The members of a community's branches: how many in each; one branch by name; and the sheet that they come by. */
export default function MembersRoom({ code }: { code?: string }) {
  if (code === undefined) return <Counts />
  return code === 'sheet' ? <MembersSheet home={home} /> : <MembersOf key={code} code={code} home={home} />
}

function Counts() {
  const say = useSay()
  // Whom somebody looks for stands in no address: it would stay in the history of the browser.
  const [typed, type] = useState('')
  const name = useSettled(typed.trim())
  const isAsked = name.length >= fewest
  const { value, problem, reload } = useLoaded<MemberCounts>(
    `/api/branch-members${isAsked ? `?${new URLSearchParams({ name })}` : ''}`,
  )
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('党员名单', 'Members of branches'))}</h1>
        <Link className="button far" href={`${home}/sheet`}>
          {say(w('用表格导入', 'Bring by sheet'))}
        </Link>
      </div>
      <p className="soft">
        {say(
          w(
            '名单从党员信息系统导出，再用表格导入，这里不能改。只有本社区的岗位看得到姓名，每次查看都有记录；街道和区里只看得到人数。',
            'They come by the sheet of the system that has them, and are not changed here. Only posts of this community read the names, and each look is written down; street and district read how many.',
          ),
        )}
      </p>
      <div className="search">
        <Line
          label={w('按姓名找', 'Find by name')}
          hint={w('至少两个字；找到的会记下您看过', 'Two characters at least; that you saw who is found is written down')}
          type="search"
          most={20}
          value={typed}
          change={type}
        />
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value?.length === 0 && isAsked && (
        <Empty words={w('本社区的党员里没有叫这个名字的。', 'No member here has such a name.')} />
      )}
      {value?.length === 0 && !isAsked && (
        <Empty
          words={w(
            '本社区还没有登记小区党支部。先在“小区党支部”里登记。',
            'No branch here yet: put them into the register first.',
          )}
        />
      )}
      {value && value.length > 0 && (
        <ul className="rows in-columns">
          {value.map(({ code, name: called, members, asOf, found = [] }) => (
            <li key={code}>
              <Link className="row-link" href={`${home}/${encodeURIComponent(code)}`}>
                <span className="strong">
                  {found.length > 0 && `${found.map((one) => one.name).join(say(w('、', ', ')))} · `}
                  {called}
                </span>
                <span className="soft small">
                  {say(members === 0 ? w('还没有导入', 'none brought yet') : w(`${members} 名党员`, `members: ${members}`))}
                  {asOf !== undefined && say(w(` · 截至 ${asOf}`, ` · as of ${asOf}`))}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
