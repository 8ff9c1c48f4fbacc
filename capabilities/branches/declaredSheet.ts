import { memberKinds } from './contract/kinds.ts'
import type { DeclaredRow } from './contract/seen.ts'

/** The heads of the sheet of those who declared. */
export const declaredHead = [
  { words: '社区', width: 20 },
  { words: '小区', width: 20 },
  { words: '类别', width: 14 },
  { words: '首次认领日期', width: 16 },
  { words: '还在亮身份', width: 12 },
  { words: '照看几处', width: 10 },
]

/** A row of it: where and when, and nothing of who it is. */
export const declaredLine = ({ communityName, estateName, kind, claimedOn, standing, areas }: DeclaredRow) => [
  ...[communityName, estateName, memberKinds[kind].zh, claimedOn, standing ? '是' : '否', areas],
]
