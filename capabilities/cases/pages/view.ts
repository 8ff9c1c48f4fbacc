import type { Schema } from '#web/shared/form/schema.ts'
import type { Words } from '#web/shared/language.ts'
import type { CaseRow, SeenCase, SeenEvent } from '../contract/seen.ts'

export type { CaseRow, SeenCase, SeenEvent }

/** A case as its reader sees it, with what they may do and why not the rest. */
export interface CaseView {
  item: SeenCase
  may: string[]
  mayNot: Record<string, Words>
}

/** The reply to a command. `view` is null where the case has left the sender's sight. */
export interface CommandReply {
  id: string
  done: { command: string; version: number; at: string; repeated: boolean }
  secret?: { queryCode?: string; codeSentTo?: string }
  view: CaseView | null
}

/** The flow as it describes itself: what every command is called and takes. */
export interface FlowDescription {
  commands: Record<string, { zh: string; input: Schema; from: string[]; to: string[]; by: Words[] }>
}

export interface CasePageOfRows {
  rows: CaseRow[]
  next?: string
}

/** The limit that runs out first. */
export const nextLimit = ({ limits }: Pick<SeenCase, 'limits'>) =>
  [...limits].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0]
