import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import { Turn } from '#web/shared/Turn.tsx'
import type { MemberList } from '../contract/member.ts'

/** The members of one branch by name: to be read, and one erased where they ask for it. */
export function MembersOf({ code, home }: { code: string; home: string }) {
  const say = useSay()
  const [pages, turn] = useState<string[]>([])
  const after = pages.at(-1)
  const path = `/api/branch-members/${encodeURIComponent(code)}`
  const { value, problem, reload } = useLoaded<MemberList>(`${path}${after === undefined ? '' : `?after=${after}`}`)
  return (
    <div className="stack">
      <Link href={home}>{say(w('‹ 全部党支部', '‹ All branches'))}</Link>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && <h1>{value.branch.name}</h1>}
      {value?.rows.length === 0 && (
        <Empty words={w('还没有导入这个党支部的党员。', 'No member of this branch was brought yet.')} />
      )}
      {value && value.rows.length > 0 && (
        <ul className="stack close">
          {value.rows.map((member) => (
            <Member key={member.id} path={path} member={member} erased={reload} />
          ))}
        </ul>
      )}
      {value && <Turn pages={pages} next={value.next} turn={turn} />}
    </div>
  )
}

function Member({
  path,
  member: { id, name, system, asOf },
  erased,
}: {
  path: string
  member: MemberList['rows'][number]
  erased: () => void
}) {
  const say = useSay()
  const { busy, problem, press } = useSending(() => ask(`${path}/${id}`, { method: 'DELETE' }), erased)
  return (
    <li className="sheet stack tight">
      <p>
        <span className="strong">{name}</span>{' '}
        <span className="soft small">{say(w(`来自${system}，截至 ${asOf}`, `from ${system}, as of ${asOf}`))}</span>
      </p>
      <details className="small">
        <summary>{say(w('本人要求删除', 'They ask to be erased'))}</summary>
        <p className="soft">
          {say(
            w(
              '删除后不能恢复。请同时在来源系统里处理，否则下次导入又会出现。',
              'It cannot be undone. See to it in the system too, or the next sheet brings them again.',
            ),
          )}
        </p>
        <Trouble problem={problem} />
        <button type="button" className="button" disabled={busy} onClick={() => void press({})}>
          {say(w('删除这位党员', 'Erase this member'))}
        </button>
      </details>
    </li>
  )
}
