import type { ReactNode } from 'react'
import { type Say, type Words, w } from '#web/shared/language.ts'
import { At, Due } from '#web/shared/parts.tsx'
import type { CategoryChoice } from '../categories.ts'
import { StateChip } from '../StateChip.tsx'
import { isOpen } from '../states.ts'
import type { CaseRow } from '../view.ts'
import { valueWords } from '../words.ts'

/** What a column shows of a row, and by which order of the server's it can be sorted. */
export interface TableColumn {
  name: string
  words: Words
  /** Shown unless somebody hides it. */
  usual: boolean
  sort?: 'newest' | 'due'
  number?: boolean
  /** How lesser it is: beside an open case there is room for few, and the least go first. */
  lesser?: 1 | 2 | 3 | 4 | 5
  show: (row: CaseRow, room: { say: Say; categories: readonly CategoryChoice[] }) => ReactNode
}

export const tableColumns: readonly TableColumn[] = [
  { name: 'number', words: w('编号', 'Number'), usual: true, show: ({ number }) => <span className="nowrap">{number}</span> },
  {
    name: 'state',
    words: w('状态', 'State'),
    usual: true,
    show: ({ state, dueAt, yellowAt }) => <StateChip {...{ state, dueAt, yellowAt }} />,
  },
  {
    name: 'due',
    words: w('时限', 'Due'),
    usual: true,
    sort: 'due',
    show: ({ state, dueAt, yellowAt }) => isOpen(state) && dueAt !== undefined && <Due at={dueAt} yellow={yellowAt} />,
  },
  {
    name: 'category',
    words: w('类别', 'Category'),
    usual: true,
    show: ({ category }, { say, categories }) => {
      const name = categories.find(({ code }) => code === category)?.name
      return name ? say(name) : category
    },
  },
  {
    name: 'gist',
    words: w('事由', 'Matter'),
    usual: true,
    lesser: 2,
    show: ({ gist }, { say }) => gist.join(say(w('、', ', '))),
  },
  { name: 'place', words: w('地点', 'Place'), usual: true, lesser: 1, show: ({ place }) => place },
  {
    name: 'holder',
    words: w('在谁手上', 'Held by'),
    usual: true,
    lesser: 3,
    show: ({ holder }) => holder?.unitName,
  },
  { name: 'lead', words: w('主办单位', 'Lead'), usual: false, lesser: 5, show: ({ lead }) => lead },
  { name: 'kind', words: w('诉求', 'Kind'), usual: false, lesser: 5, show: ({ kind }, { say }) => say(valueWords(kind)) },
  {
    name: 'urgency',
    words: w('缓急', 'Urgency'),
    usual: false,
    lesser: 5,
    show: ({ urgency }, { say }) => say(valueWords(urgency)),
  },
  {
    name: 'reported',
    words: w('报单时间', 'Reported'),
    usual: true,
    lesser: 4,
    sort: 'newest',
    show: ({ reportedAt }) => <At at={reportedAt} />,
  },
  {
    name: 'closed',
    words: w('归档时间', 'Closed'),
    usual: false,
    lesser: 5,
    show: ({ closedAt }) => closedAt !== undefined && <At at={closedAt} />,
  },
  { name: 'round', words: w('轮次', 'Round'), usual: false, lesser: 5, number: true, show: ({ round }) => round },
  {
    name: 'followers',
    words: w('附议', 'Joined'),
    usual: false,
    lesser: 5,
    number: true,
    show: ({ followers }) => followers || '',
  },
]
