import { useAsked } from '#web/shared/asked.ts'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { DutyList } from '../contract.ts'
import { GridDuties } from './GridDuties.tsx'

const size = 50
const path = '/api/visits/duties'

/** What one network asks of each grid that one's post looks after. What is looked for stands in the address. */
export default function DutiesRoom() {
  const say = useSay()
  const { search, asked: filter, pages, put, turn } = useAsked('from')
  const { value, problem, reload } = useLoaded<DutyList>(
    `${path}?${new URLSearchParams([...filter, ['from', pages.at(-1) ?? '0']])}`,
  )
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('按条线看网格', 'Grids by network'))}</h1>
        <a className="button far" href={`${path}.xlsx?${filter}`} download>
          {say(w('导出这些', 'Export these'))}
        </a>
        <a className="button" href={`${path}.csv?${filter}`} download>
          CSV
        </a>
      </div>
      <p className="soft">
        {say(
          w(
            '先选一个条线，再看每个网格谁在做、该做什么、上次是哪天。',
            'Choose a network: who does it in each grid, what is due, and when it was done last.',
          ),
        )}
      </p>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && (
        <div className="filters">
          <Select
            label={w('条线', 'Network')}
            options={value.networks.map(({ code, name }) => ({ value: code, words: name }))}
            value={search.get('network') ?? value.network ?? ''}
            choose={(chosen) => put({ network: chosen })}
          />
          {value.communities.length > 0 && (
            <Select
              all
              label={w('社区', 'Community')}
              options={value.communities.map(({ code, name }) => ({ value: code, words: w(name, name) }))}
              value={search.get('community') ?? ''}
              choose={(chosen) => put({ community: chosen })}
            />
          )}
          <div className="search">
            <Line
              label={w('网格名称', 'Name of the grid')}
              value={search.get('text') ?? ''}
              change={(typed) => put({ text: typed })}
              type="search"
              most={60}
            />
          </div>
          <Tick
            words={w('只看没有人的', 'Nobody there now')}
            value={search.get('nobody') === 'true'}
            choose={(only) => put({ nobody: only ? 'true' : '' })}
          />
        </div>
      )}
      {value?.networks.length === 0 && (
        <Empty words={w('还没有登记网络。请系统管理员在“多网融合”里登记。', 'No network yet: the administrator names them.')} />
      )}
      {value && value.networks.length > 0 && value.rows.length === 0 && (
        <Empty words={w('没有这样的网格，换个条件试试。', 'There is no such grid: ask otherwise.')} />
      )}
      {value && value.rows.length > 0 && (
        <ul className="stack close">
          {value.rows.map((grid) => (
            <li key={grid.code} className="sheet">
              <GridDuties grid={grid} today={value.today} />
            </li>
          ))}
        </ul>
      )}
      {value && <Turn pages={pages} next={value.more ? String(Number(pages.at(-1) ?? 0) + size) : undefined} turn={turn} />}
    </div>
  )
}
