import { useState } from 'react'
import type { Changes } from '#kernel/people/admin/shown.ts'
import { asValues } from '../../../shared/form/schema.ts'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { At, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { Turn } from '../../../shared/Turn.tsx'
import { useReloadWhenChanged } from './changed.ts'
import { unitPath } from './unit.ts'

const fields: Record<string, Words> = {
  name: w('名称', 'name'),
  kind: w('类型', 'kind'),
  form: w('形式', 'form'),
  parent: w('上级', 'stands under'),
  street: w('所在街道', 'street'),
  community: w('所在社区', 'community'),
  ends: w('停用', 'ends'),
  aliases: w('别名', 'other names'),
  point: w('位置', 'point'),
  serves: w('服务的小区', 'serves'),
}

/** Who changed a unit, when, and what: from what to what. */
export function UnitChanges({ code }: { code: string }) {
  const say = useSay()
  const [opened, setOpened] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{say(w('变更', 'Changes'))}</summary>
      {opened && <List code={code} />}
    </details>
  )
}

function List({ code }: { code: string }) {
  const say = useSay()
  const [pages, setPages] = useState<readonly string[]>([])
  const before = pages.at(-1)
  const { value, problem, reload } = useLoaded<Changes>(
    unitPath(code, `/changes${before === undefined ? '' : `?before=${before}`}`),
  )
  useReloadWhenChanged(reload)
  return (
    <div className="stack close">
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={2} />}
      {value?.rows.length === 0 && (
        <p className="soft">
          {say(w('没有单独改过；随文件导入的不在这里。', 'Never changed by itself; what came by a file is not here.'))}
        </p>
      )}
      <ol className="history">
        {value?.rows.map(({ id, at, byName, what, told }) => (
          <li key={id}>
            <p>
              <At at={at} /> {byName} {say(what === 'unit made' ? w('新增', 'added it') : w('更正', 'corrected it'))}
            </p>
            <ul className="small">
              {Object.entries(partOf(told, 'after')).map(([field, now]) => (
                <li key={field}>
                  {say(fields[field] ?? w(field, field))}
                  {say(w('：', ': '))}
                  {shown(partOf(told, 'before')[field])} → {shown(now)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Turn pages={pages} next={value?.next} turn={setPages} older />
    </div>
  )
}

/** What a unit was, or became: by field. */
const partOf = (told: unknown, part: 'before' | 'after') => asValues(asValues(told)[part])

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

const shown = (value: unknown): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'string'
      ? value
      : isTexts(value)
        ? value.join('、') || '–'
        : JSON.stringify(value)
