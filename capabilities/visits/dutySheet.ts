import { doers, levelWords, rhythms } from '#capabilities/grids/contract/kinds.ts'
import type { GridDuties } from './contract.ts'

/** The heads of the sheet of duties. */
export const dutyHead = [
  { words: '社区', width: 20 },
  { words: '网格', width: 24 },
  { words: '级别', width: 16 },
  { words: '网格员', width: 20 },
  { words: '服务事项', width: 30 },
  { words: '谁来做', width: 14 },
  { words: '多久一次', width: 10 },
  { words: '上次', width: 12 },
  { words: '该做日期', width: 12 },
  { words: '现在该做', width: 10 },
]

const called = (names: Readonly<Record<string, { zh: string }>>, name: string) => names[name]?.zh ?? name

/** The rows of the sheet that some grids make: one for each thing that the network asks of each. */
export const dutyRows = (grids: readonly GridDuties[], today: string): string[][] =>
  grids.flatMap(({ community, name, level, dedicated, workers, duties }) =>
    duties.map(({ what, by, rhythm, lastOn, dueOn }) => [
      ...[community, name, levelWords({ level, dedicated }).zh, workers.map((worker) => worker.name).join('、')],
      ...[what, called(doers, by), called(rhythms, rhythm), lastOn ?? '', dueOn ?? ''],
      dueOn !== undefined && dueOn <= today ? '是' : '否',
    ]),
  )
