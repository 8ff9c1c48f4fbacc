import { useState } from 'react'
import { gridKinds, gridLevels } from '#kernel/place/contract.ts'
import { Tick } from '../../../shared/form/Choice.tsx'
import { useSay, type Words, w } from '../../../shared/language.ts'
import { ScrolledTable } from '../../../shared/register/ScrolledTable.tsx'
import { Shape } from '../../../shared/Shape.tsx'
import { kindWords } from '../places/unit.ts'
import type { Chosen, ImportReport } from './report.ts'

const perPage = 50

/** The features of a file, each with what the preview says of it: those that are wrong first to be seen. */
export function FeatureTable({ chosen, refused }: { chosen: Chosen; refused: ImportReport['refused'] }) {
  const say = useSay()
  const [onlyWrong, setOnlyWrong] = useState(refused.length > 0)
  const [page, setPage] = useState(0)
  const reasons = new Map(refused.map(({ index, problem }) => [index, problem]))
  const rows = chosen.features
    .map((feature, index) => ({ ...feature, index, reason: reasons.get(index) }))
    .filter(({ reason }) => !onlyWrong || reason)
  const pages = Math.max(1, Math.ceil(rows.length / perPage))
  return (
    <div className="stack close">
      <div className="line">
        <h3>{say(w('逐个要素', 'Feature by feature'))}</h3>
        {refused.length > 0 && (
          <Tick
            words={w('只看有误的', 'Only what is wrong')}
            value={onlyWrong}
            choose={(only) => {
              setOnlyWrong(only)
              setPage(0)
            }}
          />
        )}
      </div>
      <ScrolledTable
        label={w('要素表', 'The table of features')}
        heads={[
          { ...w('第几个', 'No.'), number: true },
          w('预检', 'Found'),
          w('编码', 'Code'),
          w('名称', 'Name'),
          w('类型', 'Kind'),
        ]}
      >
        {rows.slice(page * perPage, (page + 1) * perPage).map(({ index, code, name, kind, level, reason }) => (
          <tr key={index}>
            <td className="number">{index + 1}</td>
            <td>
              <span className={reason ? 'verdict look-over' : 'verdict look-done'}>
                <Shape look={reason ? 'over' : 'done'} />
                {say(reason ?? w('可以导入', 'can be imported'))}
              </span>
            </td>
            <td className="nowrap">{code}</td>
            <td className="named">{name}</td>
            <td className="nowrap">{say(typeWords(kind, level))}</td>
          </tr>
        ))}
      </ScrolledTable>
      {pages > 1 && (
        <div className="line">
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {say(w('上一页', 'Previous'))}
          </button>
          <span className="soft">{say(w(`第 ${page + 1} 页，共 ${pages} 页`, `Page ${page + 1} of ${pages}`))}</span>
          <button type="button" className="button" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {say(w('下一页', 'Next page'))}
          </button>
        </div>
      )}
    </div>
  )
}

function typeWords(kind: string, level: number | undefined): Words {
  if (level === undefined) return kindWords(kind)
  const [levels, kinds]: [Readonly<Record<number, Words>>, Readonly<Record<string, Words>>] = [gridLevels, gridKinds]
  const [of, what] = [levels[level] ?? w(`${level}`, `${level}`), kinds[kind || 'base'] ?? w(kind, kind)]
  return w(`${of.zh} · ${what.zh}`, `${of.en} · ${what.en}`)
}
