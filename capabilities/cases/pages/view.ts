import type { Reply, View } from '#kernel/flow/view.ts'
import type { CaseRow, SeenCase, SeenEvent } from '../contract/seen.ts'

import { isOpen } from './states.ts'

export type { FlowDescription } from '#web/shared/flow.ts'
export type { CasePage } from '../contract/answers.ts'
export type { CaseRow, SeenCase, SeenEvent }

/** A case as its reader sees it, with what they may do and why not the rest. */
export type CaseView = View<SeenCase>
/** The reply to a command. `view` is null where the case has left the sender's sight. */
export type CommandReply = Reply<SeenCase>

/** What its reader said of the round that it is in, if they have. */
export const ownRating = ({ ratings, round }: Pick<SeenCase, 'ratings' | 'round'>) =>
  ratings.find((rating) => rating.own && rating.round === round)

/** Whether it is done anew since its reader said of the round before that it was not solved. */
export const isDoneAgain = ({ ratings, round, state }: Pick<SeenCase, 'ratings' | 'round' | 'state'>): boolean =>
  isOpen(state) && state !== 'resolved' && ratings.some((rating) => rating.own && !rating.solved && rating.round === round - 1)

/** The limit that runs out first. */
export const nextLimit = ({ limits }: Pick<SeenCase, 'limits'>) =>
  [...limits].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0]
